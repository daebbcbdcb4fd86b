#include "core/imports/text_beginning.hpp"

#include <algorithm>
#include <cstddef>

#include "core/text/plain_text.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

std::string text_beginning(std::string_view text) {
    constexpr std::size_t most_bytes = 60;
    text = trimmed(text);
    const auto end = text.size() <= most_bytes ? text.size() : code_point_start(text, most_bytes);
    auto words = without_control_characters(text.substr(0, end));
    std::ranges::replace_if(
        words, [](char c) { return c == '\n' || c == '\t'; }, ' ');
    if (end == text.size())
        return words;
    if (const auto blank = words.rfind(' '); blank != words.npos && blank > most_bytes / 2)
        words.resize(blank);
    return words + "…";
}

}  // namespace examwright
