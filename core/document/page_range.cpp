#include "core/document/page_range.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/text/unicode.hpp"

namespace examwright {
namespace {

std::optional<int> read_page(std::string_view text) {
    text = trimmed(text);
    int page = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), page);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && page >= 1 && page <= highest_page ? std::optional(page) : std::nullopt;
}

std::optional<page_range> read_range(std::string_view text) {
    const auto dash = text.find('-');
    const auto first = read_page(text.substr(0, dash));
    const auto last = dash == text.npos ? first : read_page(text.substr(dash + 1));
    if (!first || !last || *first > *last)
        return std::nullopt;
    return page_range{*first, *last};
}

std::vector<page_range> joined(std::vector<page_range> ranges) {
    std::sort(ranges.begin(), ranges.end(), [](page_range a, page_range b) { return a.first < b.first; });
    std::vector<page_range> all;
    for (const auto& next : ranges) {
        if (!all.empty() && next.first <= all.back().last + 1)
            all.back().last = std::max(all.back().last, next.last);
        else
            all.push_back(next);
    }
    return all;
}

}  // namespace

result<std::vector<page_range>> parse_page_ranges(std::string_view text) {
    std::vector<page_range> ranges;
    for (;;) {
        const auto comma = text.find(',');
        const auto range = read_range(text.substr(0, comma));
        if (!range)
            return invalid("pages must be page numbers such as \"12-30\" or \"3, 5-7\"");
        ranges.push_back(*range);
        if (comma == text.npos)
            return joined(std::move(ranges));
        text.remove_prefix(comma + 1);
    }
}

std::string to_string(const std::vector<page_range>& ranges) {
    std::string text;
    for (const auto& [first, last] : ranges) {
        text += (text.empty() ? "" : ", ") + std::to_string(first);
        if (last > first)
            text += "-" + std::to_string(last);
    }
    return text;
}

}  // namespace examwright
