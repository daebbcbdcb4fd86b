#pragma once

#include <string>
#include <string_view>

namespace examwright {

/// Decodes the encoded words of a header's text (RFC 2047), as mail programs write file names:
/// =?UTF-8?B?w6kucGRm?= or =?iso-8859-1?Q?=E9.pdf?=. Blanks between two of them belong to neither. What is
/// no encoded word, or in another encoding than UTF-8, ASCII, ISO 8859-1 or Windows-1252, stays as it is.
/// The bytes of the last two come as they are.
std::string decode_encoded_words(std::string_view text);

}  // namespace examwright
