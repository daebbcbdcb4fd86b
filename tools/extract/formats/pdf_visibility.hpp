#pragma once

#include <future>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tools/extract/formats/pdf_boxes.hpp"
#include "tools/extract/formats/row_splitter.hpp"

namespace examwright::extract {

/// What `pdftohtml -xml` tells of a document's pages: which have text in white, and how many letters are
/// drawn at all.
class paint_reader {
  public:
    void feed(std::string_view piece);
    /// Takes in what another reader was told of other pages of the document.
    void add(const paint_reader& other);
    /// Whether the page of this number needs a look at what can be seen of its text, which has so many bytes.
    bool is_suspicious(int page, std::size_t text_bytes) const;

  private:
    void read_row(std::string_view row);

    row_splitter rows_;
    int page_ = 0;
    std::set<std::string, std::less<>> white_fonts_;
    std::vector<bool> has_white_;           // by page
    std::vector<std::size_t> drawn_bytes_;  // by page, without blanks
};

/// Reads it on threads of its own, in two halves where there are many pages.
std::future<paint_reader> begin_reading_paint(int first, int last);

/// Drops the words that can't be seen: in the colour of their ground, invisible, covered. What lies over the
/// picture of a scan as its text stays. `first` is the number of the first page. Returns whether any was.
bool drop_unseen_words(std::vector<placed_page>& pages, int first, const paint_reader& paint);

}  // namespace examwright::extract
