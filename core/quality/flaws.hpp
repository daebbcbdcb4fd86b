#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/quality/question_words.hpp"

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

/// Which flaws drop a question and which lower its score: the one place that says so.
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

/// A flaw, and the words that it was found by, as they stand in the question.
struct found_flaw {
    flaw kind;
    std::string at;

    bool operator==(const found_flaw&) const = default;
};

// Each detector returns the words that it fires on, or nullopt. Each takes a question_text, which a question
// turns into by itself. What goes by the words of a language finds nothing in a language without word lists
// (core/language/).
using flaw_words = std::optional<std::string>;

/// Two options that are the same (same_option). (Haladyna and Downing: options independent of each other.)
flaw_words find_duplicate_options(const question_text& text);
/// The key has 4 words or more and every other option is under 0.75 of its length. (Haladyna and Downing:
/// options of about equal length; the most frequent flaw of machine-written questions by our own counts.)
flaw_words find_longest_is_right(const question_text& text);
/// An option that refers to the others: "all of the above", "both A and B". (Haladyna and Downing; SAQUET.)
flaw_words find_option_reference(const question_text& text);
/// Whether this one of its options does.
bool refers_to_others(const question_text& text, std::size_t option);
/// The stem asks for what does not hold: NOT, EXCEPT or LEAST in capitals, "except" at its end, or which,
/// what or who ... is or does not. A negation within the case that a stem describes is none. (Haladyna and
/// Downing.)
flaw_words find_negative_stem(const question_text& text);
/// Always, never, all, only ... in distractors and not in the key, or the reverse. (SAQUET: absolute terms.)
flaw_words find_absolute_terms(const question_text& text);
/// A short option that often, usually, sometimes ... qualifies, and nothing else: no number, no absolute
/// term. (SAQUET: vague terms.)
flaw_words find_vague_terms(const question_text& text);
/// A content word of the stem that stands, in any form, in the key and in no distractor, unless each
/// distractor echoes another word of the stem. What the document or the set is about is no cue. (Haladyna and
/// Downing: clang associations.)
flaw_words find_clang_cue(const question_text& text);
/// Stem or options point at a lesson, passage, figure or page that the student does not have, and that the
/// stem has not brought in itself. (Our own counts: 9 % of machine-written questions.)
flaw_words find_source_speak(const question_text& text);
/// The explanation names an option by its letter, which the final order of the options may change. (Users'
/// complaints: graded against the wrong letter after a shuffle.)
flaw_words find_letter_reference(const question_text& text);
/// Options that are all numbers of one unit and not in ascending order. (Haladyna and Downing.)
flaw_words find_numeric_disorder(const question_text& text);
/// Fewer than three options, or a stem that is only a blank. (SAQUET: true/false, fill-in-the-blank.)
flaw_words find_no_choice(const question_text& text);
/// Stem or explanation in another language than the document (where that is unknown: than the stem), both
/// being certain. Code and what is quoted don't count, nor what is in the language of the source quote: a
/// document may teach a language. (Users' complaints: English words in a Spanish test.)
flaw_words find_wrong_language(const question_text& text);

/// The flaws found, in the order of flaw_rules.
std::vector<found_flaw> find_flaws(const question_text& text);

}  // namespace examwright
