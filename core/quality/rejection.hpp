#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
    repeated_answer,  // the same answer from the same place as another question of the test
};
std::string_view reason_text(drop_reason reason);

/// Case folded (Unicode), white space and punctuation squeezed: what two texts are compared by.
std::string normalized(std::string_view text);

/// What its text alone has against a question: malformed, or else the first flaw that drops by flaw_rules.
/// expected: the language of the document, where it is known.
std::optional<drop_reason> reason_to_reject(const question& question, language expected = language::unknown);

/// Whether two stems ask the same: equal by normalized(), or nearly so (3 in 4 of their words shared). Stems
/// that differ only in a blank's place are not the same.
bool asks_the_same(std::string_view left, std::string_view right);

}  // namespace examwright
