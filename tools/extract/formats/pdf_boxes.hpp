#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/extract/formats/row_splitter.hpp"

namespace examwright::extract {

/// A rectangle in points; y grows downwards.
struct box {
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    float width() const { return x1 - x0; }
    float height() const { return y1 - y0; }
    /// Grows to hold the other too.
    void add(const box& other);
    /// The height that both share, as a part of the lower one's.
    float shared_height(const box& other) const;
    float shared_width(const box& other) const;
};

struct placed_word {
    box place;
    std::string text;
};

/// Words that stand side by side, from left to right.
struct placed_line {
    box place;
    std::vector<placed_word> words;

    explicit placed_line(std::vector<placed_word> of_words = {});
    /// The usual height of its words.
    float size() const;
    std::string plain_text() const;
};

struct placed_page {
    float width = 0, height = 0;
    std::vector<placed_line> lines;
};

/// Reads what `pdftotext -bbox-layout` writes, as it arrives.
class box_reader {
  public:
    void feed(std::string_view piece);
    /// Those that have begun; all but the last are whole.
    std::vector<placed_page>& pages() { return pages_; }
    /// Of the text, without blanks.
    std::size_t text_bytes() const { return text_bytes_; }

  private:
    void read_row(std::string_view row);
    void end_line();

    row_splitter rows_;
    std::size_t text_bytes_ = 0;
    std::vector<placed_word> words_;
    std::vector<placed_page> pages_;
};

/// The usual height of the words on these pages, or on one; 0 without any.
float usual_size(const std::vector<placed_page>& pages);
float usual_size(const placed_page& page);

}  // namespace examwright::extract
