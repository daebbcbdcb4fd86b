#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/imports/docx_key_table.hpp"
#include "core/imports/docx_paragraphs.hpp"

namespace examwright {

/// What a paragraph of a Word document is, as far as those that follow tell.
class word_structure {
  public:
    /// The paragraphs must outlive it.
    explicit word_structure(const std::vector<word_paragraph>& paragraphs) : paragraphs_(paragraphs) {}

    /// Whether it has a number, and options follow.
    bool begins_question(std::size_t at) const;

    /// Whether it is a heading, and what follows is a key.
    bool heads_key(std::size_t at, const answer_test& is_answer) const;

    /// Whether it is a heading, and numbered paragraphs without options follow.
    bool heads_explanations(std::size_t at) const;

    bool begins_table(std::size_t at) const;
    /// The first paragraph behind the table that begins there.
    std::size_t end_of_table(std::size_t at) const;
    /// The key that it is; empty if it is none.
    std::vector<numbered_answer> key_of_table(std::size_t at, const answer_test& is_answer) const;

  private:
    std::string_view text_of(std::size_t at) const;
    std::size_t next(std::size_t at) const;
    bool is_option(std::size_t at, std::size_t index) const;
    bool is_numbered(std::size_t at) const;
    bool is_entry(std::size_t at, const answer_test& is_answer) const;

    const std::vector<word_paragraph>& paragraphs_;
};

}  // namespace examwright
