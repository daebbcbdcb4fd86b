#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace examwright::extract {

/// The bytes, in an encoding that ICU knows by this name ("windows-1250", "Shift_JIS"), as UTF-8. Returns
/// nullopt where one of them means nothing in it.
std::optional<std::string> from_encoding(std::string_view bytes, const char* name);
/// The same with U+FFFD for what means nothing; as they are where the encoding is not known.
std::string from_encoding_repaired(std::string_view bytes, const char* name);

/// Whether ICU knows an encoding of this name.
bool is_known_encoding(const char* name);

}  // namespace examwright::extract
