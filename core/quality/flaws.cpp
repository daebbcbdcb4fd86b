#include "core/quality/flaws.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace examwright {

const flaw_rule& rule_of(flaw kind) {
    return *std::find_if(flaw_rules.begin(), flaw_rules.end(),
                         [kind](const flaw_rule& rule) { return rule.kind == kind; });
}

std::vector<found_flaw> find_flaws(const question_text& text) {
    constexpr struct {
        flaw kind;
        flaw_words (*find)(const question_text&);
    } detectors[] = {
        {flaw::duplicate_options, find_duplicate_options},
        {flaw::longest_is_right, find_longest_is_right},
        {flaw::refers_to_options, find_option_reference},
        {flaw::negative_stem, find_negative_stem},
        {flaw::absolute_terms, find_absolute_terms},
        {flaw::vague_terms, find_vague_terms},
        {flaw::clang_cue, find_clang_cue},
        {flaw::source_speak, find_source_speak},
        {flaw::letter_reference, find_letter_reference},
        {flaw::numeric_disorder, find_numeric_disorder},
        {flaw::not_a_choice, find_no_choice},
        {flaw::wrong_language, find_wrong_language},
    };
    static_assert(std::size(detectors) == flaw_rules.size());
    std::vector<found_flaw> flaws;
    for (const auto& detector : detectors)
        if (auto at = detector.find(text))
            flaws.push_back({detector.kind, std::move(*at)});
    return flaws;
}

}  // namespace examwright
