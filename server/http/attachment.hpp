#pragma once

#include <string>
#include <string_view>

namespace examwright {

/// The Content-Disposition of a file to be saved under a title (RFC 6266): filename*, in which any script
/// stands (RFC 8187), and filename in ASCII for clients that don't know it. The name is safe on every system:
/// no part of a path, no name of a device, not hidden, 100 bytes at most before the ending.
std::string attachment(std::string_view title, std::string_view ending);

}  // namespace examwright
