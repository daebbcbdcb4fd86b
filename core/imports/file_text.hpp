#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace examwright {

/// Returns a file's text as UTF-8 where the file itself tells its encoding: by a byte order mark, by the zero
/// bytes of UTF-16 and UTF-32, as XML that declares Latin-1 or Windows-1252, or by being valid UTF-8. Returns
/// nullopt for text whose encoding has to be guessed, and for what is no text.
std::optional<std::string> decode_file_text(std::string_view bytes);

/// <?xml version="1.0" encoding="KOI8-R"?>: the name in small letters; empty if there is none.
std::string declared_xml_encoding(std::string_view bytes);

/// Whether bytes that are no characters were replaced by U+FFFD.
bool has_replaced_bytes(std::string_view text);

}  // namespace examwright
