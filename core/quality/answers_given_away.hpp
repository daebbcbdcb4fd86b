#pragma once

#include <vector>

#include "core/quality/set_duplicates.hpp"
#include "core/question/question.hpp"

namespace examwright {

// Both name pairs of which the second one's key, in whatever form, stands in the first one's stem; not in the
// order of indices. A key that its own stem names too is no secret.

/// ... which also shares half of the second one's subject and every name and number in it; or, where the key
/// is a name or several words, some of its subject, and neither says something specific that the other does
/// not.
std::vector<question_pair> answers_given_away(const std::vector<question>& questions);

/// Those, and all that no test should hold together: each key of several words or that is a name, and each
/// other one with a word of the subject beside it. Not the keys that many stems name: a set's own subject.
std::vector<question_pair> keys_in_stems(const std::vector<question>& questions);

}  // namespace examwright
