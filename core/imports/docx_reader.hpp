#pragma once

#include "core/imports/docx_paragraphs.hpp"
#include "core/imports/question_set.hpp"

namespace examwright {

/// Reads a Word document in the usual form: numbered questions, each with lettered options ("A)", "a.", or
/// Word's own lists). The right one is marked (bold, underlined, highlighted, or an asterisk in front), named
/// in a line "Answer: B" below it, or in a key at the end ("1. B" below a heading "Answer key").
result<question_set> read_docx(const std::vector<word_paragraph>& paragraphs);

}  // namespace examwright
