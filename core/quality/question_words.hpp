#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/language.hpp"
#include "core/quality/subject_terms.hpp"
#include "core/question/question.hpp"
#include "core/text/normalize.hpp"
#include "core/text/phrase_set.hpp"

namespace examwright {

/// A text as normalized() leaves it, and its words. The source must outlive it.
struct text_words {
    explicit text_words(std::string_view source);
    text_words(const text_words&) = delete;
    text_words& operator=(const text_words&) = delete;

    /// The words as they stand in the source.
    std::string_view source_of(word_range range) const;

    normalized_text normal;
    const std::string& text;              // of normal
    std::vector<std::string_view> words;  // into text
};

/// Whether `shared` words are 3 in 4 of those of the longer of two texts.
bool is_most(std::size_t shared, std::size_t left, std::size_t right);

/// What is known of where a question comes from. Implicit, for a detector that looks at the language alone.
struct question_context {
    question_context(language of_document = language::unknown, const subject_terms* about = nullptr)
        : expected(of_document), subject(about) {}

    language expected;             // of the document
    const subject_terms* subject;  // of the document or the set; it must outlive the context
};

/// A question taken apart once for all that look for flaws in it. The question must outlive it.
class question_text {
  public:
    /// Implicit, so that a detector can be asked about a question as it is.
    question_text(const question& question, const question_context& context = {});

    const question& content;
    text_words stem;
    std::deque<text_words> options;
    text_words explanation;
    language expected;
    const subject_terms* subject;
    language spoken;  // whose word lists fit
};

}  // namespace examwright
