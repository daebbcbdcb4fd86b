#include "core/document/document_text.hpp"

#include <algorithm>
#include <utility>

#include "core/text/unicode.hpp"

namespace examwright {

document_text::document_text(std::string text) : text_(std::move(text)), page_starts_{0}, page_numbers_{1} {
    for (auto at = text_.find('\f'); at != std::string::npos; at = text_.find('\f', at + 1)) {
        page_starts_.push_back(at + 1);
        page_numbers_.push_back(static_cast<int>(page_starts_.size()));
    }
}

int document_text::page_at(std::size_t offset) const {
    const auto next = std::upper_bound(page_starts_.begin(), page_starts_.end(), offset);
    return page_numbers_[static_cast<std::size_t>(next - page_starts_.begin()) - 1];
}

document_text document_text::only(const std::vector<page_range>& ranges) const {
    document_text chosen;
    for (std::size_t i = 0; i < page_starts_.size(); ++i) {
        const auto number = page_numbers_[i];
        const auto holds = [&](page_range range) { return range.first <= number && number <= range.last; };
        if (std::none_of(ranges.begin(), ranges.end(), holds))
            continue;
        const auto end = i + 1 < page_starts_.size() ? page_starts_[i + 1] - 1 : text_.size();
        chosen.add_page(std::string_view(text_).substr(page_starts_[i], end - page_starts_[i]), number);
    }
    if (chosen.page_starts_.empty())
        chosen.add_page({}, 1);
    return chosen;
}

void document_text::add_page(std::string_view text, int number) {
    if (!page_numbers_.empty())
        text_ += page_numbers_.back() + 1 == number ? "\f" : "\n\n\f";
    page_starts_.push_back(text_.size());
    page_numbers_.push_back(number);
    text_ += text;
}

std::size_t count_characters(std::string_view text) {
    const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80 && c != '\f'; };
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts));
}

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    std::size_t unspaced = 0;
    bool in_word = false;
    const auto end_run = [&] {
        words += (in_word ? 1 : 0) + (unspaced + 1) / 2;
        unspaced = 0;
        in_word = false;
    };
    for (std::size_t i = 0; i < text.size();) {
        const auto next = decode_at(text, i);
        i += next.length;
        if (is_space(next.value))
            end_run();
        else if (is_unspaced(next.value))
            unspaced += is_mark(next.value) ? 0 : 1;
        else if (is_letter(next.value) || is_digit(next.value))
            in_word = true;
    }
    end_run();
    return words;
}

}  // namespace examwright
