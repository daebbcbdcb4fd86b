#include "core/document/document_text.hpp"

#include <algorithm>
#include <utility>

#include "core/text/unicode.hpp"

namespace examwright {

document_text::document_text(std::string text, std::vector<block_span> spans)
    : text_(std::move(text)), page_starts_{0}, page_numbers_{1}, spans_(std::move(spans)) {
    for (auto at = text_.find('\f'); at != std::string::npos; at = text_.find('\f', at + 1)) {
        page_starts_.push_back(at + 1);
        page_numbers_.push_back(static_cast<int>(page_starts_.size()));
    }
}

int document_text::page_at(std::size_t offset) const {
    const auto next = std::upper_bound(page_starts_.begin(), page_starts_.end(), offset);
    return page_numbers_[static_cast<std::size_t>(next - page_starts_.begin()) - 1];
}

block_kind document_text::kind_at(std::size_t offset) const {
    const auto at =
        std::upper_bound(spans_.begin(), spans_.end(), offset,
                         [](std::size_t value, const block_span& span) { return value < span.end; });
    return at != spans_.end() && at->begin <= offset ? at->kind : block_kind::prose;
}

document_text document_text::only(const std::vector<page_range>& ranges) const {
    document_text chosen;
    const auto holds = [&](int number) {
        const auto behind = std::ranges::upper_bound(ranges, number, {}, &page_range::first);
        return behind != ranges.begin() && number <= std::prev(behind)->last;
    };
    for (std::size_t i = 0; i < page_starts_.size(); ++i) {
        const auto number = page_numbers_[i];
        if (!holds(number))
            continue;
        const auto end = i + 1 < page_starts_.size() ? page_starts_[i + 1] - 1 : text_.size();
        chosen.add_page(*this, page_starts_[i], end, number);
    }
    if (chosen.page_starts_.empty())
        chosen.add_page(*this, 0, 0, 1);
    return chosen;
}

void document_text::add_page(const document_text& whole, std::size_t begin, std::size_t end, int number) {
    if (!page_numbers_.empty())
        text_ += page_numbers_.back() + 1 == number ? "\f" : "\n\n\f";
    page_starts_.push_back(text_.size());
    page_numbers_.push_back(number);
    const auto moved = [&](std::size_t at) { return text_.size() + std::clamp(at, begin, end) - begin; };
    for (const auto& span : whole.spans_)
        if (span.begin < end && span.end > begin)
            spans_.push_back({span.kind, moved(span.begin), moved(span.end)});
    text_.append(whole.text_, begin, end - begin);
}

}  // namespace examwright
