#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace examwright {

enum class unicode_encoding {
    unmarked,  // no zero bytes, no byte order mark: UTF-8 or an older encoding
    utf8,
    utf16le,
    utf16be,
    utf32le,
    utf32be,
    none,  // zero bytes that make no Unicode text: not text at all
};

struct detected_encoding {
    unicode_encoding encoding = unicode_encoding::unmarked;
    std::size_t mark_bytes = 0;  // of the byte order mark
};

/// By the byte order mark, else by where the zero bytes stand. The bytes may be the beginning of a file.
detected_encoding detect_unicode(std::string_view bytes);

/// UTF-16 or UTF-32 as UTF-8; what is no character becomes U+FFFD.
std::string from_utf16(std::string_view bytes, bool little_endian);
std::string from_utf32(std::string_view bytes, bool little_endian);
/// The text without its byte order mark; of `unmarked` and `none` the bytes as they are.
std::string decode_unicode(std::string_view bytes, detected_encoding encoding);

}  // namespace examwright
