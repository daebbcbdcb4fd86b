#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/imports/docx_paragraphs.hpp"
#include "core/problem.hpp"
#include "core/question/question.hpp"

namespace examwright {

/// A question of a Word document while it is read.
struct word_question {
    int number = 0;  // 0: it has none
    question content;
    std::vector<unsigned> marks;        // word_marks and signed_option of its options
    std::vector<unsigned> label_marks;  // of their letters
    std::vector<std::string> answers;   // what stands behind "Answer:" below it
    std::vector<std::string> keys;      // what the document's key has for it
    bool shares_key = false;            // with another question of its number
};

/// That a sign says which option is right, besides Word's own marks.
inline constexpr unsigned signed_option = word_marks::all + 1;

/// Finds the right option: by the first answer below the question that names one, else by the key, else by
/// what stands out.
result<question> finished_question(word_question read);

/// The options that the first such answer names; empty if none does.
std::vector<std::size_t> answered_options(const word_question& read);

}  // namespace examwright
