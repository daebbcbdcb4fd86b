#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/language/language.hpp"
#include "core/language/stemmer.hpp"
#include "core/question/question.hpp"

namespace examwright {

/// The words that name what a document or a set of questions is about: the few that come again and again, in
/// any form.
class subject_terms {
  public:
    subject_terms() = default;
    /// Of a long document parts of it tell.
    static subject_terms of_document(std::string_view text);
    /// Of the stems and options.
    static subject_terms of_questions(const std::vector<question>& questions);

    bool has(language spoken, const stemmed_word& word) const;
    /// The words as they were met first.
    const std::vector<stemmed_word>& words() const { return words_; }

  private:
    subject_terms(language spoken, const std::vector<std::string>& words);

    language spoken_ = language::unknown;  // by which the words are stemmed
    std::vector<stemmed_word> words_;
};

}  // namespace examwright
