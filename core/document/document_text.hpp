#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/block_kind.hpp"
#include "core/document/page_range.hpp"

namespace examwright {

/// The text of a document: UTF-8, its pages parted by form feeds. All offsets elsewhere are bytes into
/// text().
class document_text {
  public:
    /// The spans in order; what lies in none is prose.
    explicit document_text(std::string text, std::vector<block_span> spans = {});

    /// Only these pages of it, which keep their numbers. Those that are no neighbours are parted by a blank
    /// line, which no sentence runs over. Ranges in order; what lies behind the last page is nothing.
    document_text only(const std::vector<page_range>& ranges) const;

    /// Without tables of contents, indexes and lists of references, which no question is asked about. The
    /// pages keep their numbers.
    document_text material() const;

    std::string_view text() const { return text_; }
    /// At least 1, also for an empty text; of only() the pages taken.
    int page_count() const { return static_cast<int>(page_starts_.size()); }
    /// The number of the page, from 1, that the byte at offset stands on.
    int page_at(std::size_t offset) const;
    const std::vector<block_span>& spans() const { return spans_; }
    /// What the byte at offset belongs to.
    block_kind kind_at(std::size_t offset) const;

  private:
    document_text() = default;
    std::size_t end_of_page(std::size_t index) const;
    void begin_page(int number);
    void append(const document_text& whole, std::size_t begin, std::size_t end);

    std::string text_;
    std::vector<std::size_t> page_starts_;
    std::vector<int> page_numbers_;
    std::vector<block_span> spans_;
};

/// Fewer words than this and no questions are made of a document.
inline constexpr std::size_t minimum_words = 100;

}  // namespace examwright
