#pragma once

#include <string>
#include <string_view>

namespace examwright::extract {

/// Text as a reader wants it: valid UTF-8, lines ended by \n, no control or invisible characters but the form
/// feeds that part pages, plain spaces, never two of them within a line nor two empty lines together,
/// ligatures spelled out.
std::string clean_text(std::string_view text);

}  // namespace examwright::extract
