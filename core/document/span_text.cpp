#include "core/document/span_text.hpp"

#include <charconv>

namespace examwright {
namespace {

constexpr std::string_view letters = "hpltcirn";  // in the order of block_kind

/// Takes a number off the text, and the separator after it unless the text ends there.
std::optional<std::size_t> take_number(std::string_view& text, char separator) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc())
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.empty())
        return value;
    if (text.front() != separator || text.size() == 1)
        return std::nullopt;
    text.remove_prefix(1);
    return value;
}

}  // namespace

std::string encode_spans(const std::vector<block_span>& spans) {
    std::string text;
    for (const auto& span : spans) {
        text.append(text.empty() ? "" : " ");
        text += letters[static_cast<std::size_t>(span.kind)];
        text.append(std::to_string(span.begin)).append("-").append(std::to_string(span.end));
    }
    return text;
}

std::optional<std::vector<block_span>> decode_spans(std::string_view text, std::size_t size) {
    std::vector<block_span> spans;
    while (!text.empty()) {
        const auto kind = letters.find(text.front());
        text.remove_prefix(1);
        const auto begin = take_number(text, '-');
        const auto end = take_number(text, ' ');
        const auto last = spans.empty() ? 0 : spans.back().end;
        if (kind == letters.npos || !begin || !end || *begin < last || *end <= *begin || *end > size)
            return std::nullopt;
        spans.push_back({static_cast<block_kind>(kind), *begin, *end});
    }
    return spans;
}

}  // namespace examwright
