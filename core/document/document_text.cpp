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

std::size_t document_text::end_of_page(std::size_t index) const {
    return index + 1 < page_starts_.size() ? page_starts_[index + 1] - 1 : text_.size();
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
        chosen.begin_page(number);
        chosen.append(*this, page_starts_[i], end_of_page(i));
    }
    if (chosen.page_starts_.empty())
        chosen.begin_page(1);
    return chosen;
}

document_text document_text::material() const {
    document_text kept;
    auto span = spans_.begin();
    for (std::size_t i = 0; i < page_starts_.size(); ++i) {
        kept.begin_page(page_numbers_[i]);
        auto begin = page_starts_[i];
        const auto end = end_of_page(i);
        for (; span != spans_.end() && span->begin < end; ++span) {
            if (span->kind != block_kind::contents && span->kind != block_kind::references)
                continue;
            kept.append(*this, begin, std::max(begin, span->begin));
            begin = std::clamp(span->end, begin, end);
        }
        kept.append(*this, begin, end);
    }
    return kept;
}

void document_text::begin_page(int number) {
    if (!page_numbers_.empty())
        text_ += page_numbers_.back() + 1 == number ? "\f" : "\n\n\f";
    page_starts_.push_back(text_.size());
    page_numbers_.push_back(number);
}

void document_text::append(const document_text& whole, std::size_t begin, std::size_t end) {
    const auto moved = [&](std::size_t at) { return text_.size() + std::clamp(at, begin, end) - begin; };
    const auto first =
        std::lower_bound(whole.spans_.begin(), whole.spans_.end(), begin,
                         [](const block_span& span, std::size_t at) { return span.end <= at; });
    for (auto span = first; span != whole.spans_.end() && span->begin < end; ++span)
        spans_.push_back({span->kind, moved(span->begin), moved(span->end)});
    text_.append(whole.text_, begin, end - begin);
}

}  // namespace examwright
