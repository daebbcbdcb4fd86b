#pragma once

#include <string>
#include <string_view>

namespace examwright::extract {

/// The text of a file as UTF-8: from UTF-8, UTF-16 or UTF-32, told by a byte order mark or by its zero bytes,
/// or from an older encoding, where it is certain which. Throws a failure: not_text for bytes that are no
/// text, unknown_encoding where more than one encoding would do.
std::string decode_text(std::string_view bytes);

/// The same for HTML, which may name its encoding itself.
std::string decode_html(std::string_view bytes);

}  // namespace examwright::extract
