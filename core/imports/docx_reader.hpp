#pragma once

#include "core/imports/docx_paragraphs.hpp"
#include "core/imports/question_set.hpp"

namespace examwright {

/// Reads a Word document in the usual form: numbered questions, each with lettered options ("A)", "a.", or
/// Word's own lists), on lines of their own or on one. The right one is marked (bold, underlined,
/// highlighted, an asterisk or a tick), named in a line "Answer: B" below it, or in a key at the end ("1. B"
/// below a heading "Answer key", or "Key: 1-B, 2-A"). What our own documents say of a question below
/// "Explanations" is read, too. The words may be of any of the six languages.
result<question_set> read_docx(const std::vector<word_paragraph>& paragraphs);

}  // namespace examwright
