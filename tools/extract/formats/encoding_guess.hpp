#pragma once

#include <string>
#include <string_view>

namespace examwright::extract {

/// Text in an encoding of before Unicode as UTF-8. Each encoding that could have made these bytes is tried;
/// the text that reads like one, by its scripts, its letters and its words, is taken. Throws a failure
/// (unknown_encoding) where none does, or where several do that read differently.
std::string guess_encoding(std::string_view bytes);

/// Text in ISO-2022-JP or ISO-2022-KR, which shift by escapes and otherwise look like ASCII; empty for any
/// other.
std::string decode_escaped(std::string_view bytes);

}  // namespace examwright::extract
