#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "core/mcq.hpp"

namespace examwright {

/// The item-writing flaws that code can find in one question (Haladyna and Downing's guidelines; SAQUET,
/// Moore et al.).
enum class flaw {
    duplicate_options,
    longest_is_right,
    refers_to_options,
    negative_stem,
    absolute_terms,
    vague_terms,
    clang_cue,
    source_speak,
    letter_reference,
    numeric_disorder,
    not_a_choice,
    wrong_language,
};

struct flaw_rule {
    flaw kind;
    std::string_view name;  // what the outside calls it
    bool drops;             // else it costs the penalty
    double penalty;         // taken off quality_score
};

inline constexpr std::array<flaw_rule, 12> flaw_rules{{
    {flaw::duplicate_options, "duplicate_options", true, 1},
    {flaw::longest_is_right, "longest_is_right", false, 0.15},
    {flaw::refers_to_options, "refers_to_options", true, 1},
    {flaw::negative_stem, "negative_stem", false, 0.1},
    {flaw::absolute_terms, "absolute_terms", false, 0.1},
    {flaw::vague_terms, "vague_terms", false, 0.05},
    {flaw::clang_cue, "clang_cue", false, 0.1},
    {flaw::source_speak, "source_speak", true, 1},
    {flaw::letter_reference, "letter_reference", true, 1},
    {flaw::numeric_disorder, "numeric_disorder", false, 0.05},
    {flaw::not_a_choice, "not_a_choice", true, 1},
    {flaw::wrong_language, "wrong_language", true, 1},
}};

const flaw_rule& rule_of(flaw kind);

/// Two options equal by comparable().
bool has_duplicate_options(const mcq& question);
/// The key has 4 words or more and every other option is under 0.75 of its length.
bool longest_is_right(const mcq& question);
/// An option that refers to the others: "all of the above", "both A and B". English, and the set phrases of
/// a few other languages.
bool refers_to_options(const mcq& question);
/// NOT, EXCEPT or LEAST in the stem (English), in any case of letters; "at least" is none.
bool has_negative_stem(const mcq& question);
/// Options that are all numbers of one unit and not in ascending order.
bool has_numeric_disorder(const mcq& question);

/// The flaws found, in the order of flaw_rules.
std::vector<flaw> find_flaws(const mcq& question);

}  // namespace examwright
