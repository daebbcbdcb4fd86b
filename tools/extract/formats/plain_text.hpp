#pragma once

#include <string>
#include <string_view>

namespace examwright::extract {

/// The text of a file as UTF-8, from UTF-8, UTF-16 (told by its byte order mark) or Windows-1252. Single
/// bytes that are wrong in UTF-8 become U+FFFD. failure (not_text) where the bytes are no text.
std::string decode_text(std::string_view bytes);

}  // namespace examwright::extract
