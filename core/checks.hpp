#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/mcq.hpp"

namespace examwright {

/// Why a written question was not accepted. Its text (reason_text) is what a person reads in `dropped`.
enum class drop_reason {
    malformed,          // not the shape that was asked for: a part missing or empty, a key that is no option
    duplicate_options,  // two options equal after case folding and squeezing white space and punctuation
    quote_not_found,    // source_quote does not stand in the material
    duplicate_stem,     // (nearly) the same stem as another question of the test
    review_disagreed,   // the second reading answered otherwise
    not_reviewed,       // the review gave no answer for it
};
std::string_view reason_text(drop_reason reason);

/// Case folded (Unicode), white space and punctuation squeezed: what two texts are compared by.
std::string comparable(std::string_view text);

/// The flaws of one question that its text alone shows (malformed, duplicate_options), the first found.
std::optional<drop_reason> find_flaw(const mcq& question);

/// Whether two stems ask the same: equal by comparable(), or nearly so (3 in 4 of their words shared). Stems
/// that differ only in a blank's place are not the same.
bool same_stem(std::string_view left, std::string_view right);

}  // namespace examwright
