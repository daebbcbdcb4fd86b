#pragma once

#include <optional>
#include <string_view>

#include "core/language/language.hpp"
#include "core/question/question.hpp"

namespace examwright {

/// Why a written question was not accepted. Its text (reason_text) is what a person reads in `dropped`.
enum class drop_reason {
    malformed,          // not the shape that was asked for: a part missing or empty, a key that is no option
    duplicate_options,  // two options equal after case folding and squeezing white space and punctuation
    quote_not_found,    // source_quote does not stand in the material
    duplicate_stem,     // (nearly) the same stem as another question of the test
    review_disagreed,   // the second reading answered otherwise
    not_reviewed,       // the review gave no answer for it
    refers_to_options,  // this and the next four: the flaws of the same name that drop
                        // (core/quality/flaws.hpp)
    source_speak,
    letter_reference,
    not_a_choice,
    wrong_language,
    torn,             // a formula in it can't be read back with certainty
    two_right,        // the second reading found another right option beside the key
    none_right,       // ... or none
    not_in_passages,  // ... or that the document does not answer it
    given_away,       // another question of the test gives its answer away
    repeated_answer,  // the same answer from the same place as another question of the test
};
std::string_view reason_text(drop_reason reason);

/// Returns why the question must be rejected, judged by its text alone: `malformed`, or the first flaw that
/// flaw_rules marks as fatal. `expected` is the language of the document, where it is known.
std::optional<drop_reason> reason_to_reject(const question& question, language expected = language::unknown);

}  // namespace examwright
