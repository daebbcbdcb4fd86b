#include "core/quality/flaws.hpp"

#include <algorithm>

namespace examwright {

const flaw_rule& rule_of(flaw kind) {
    return *std::find_if(flaw_rules.begin(), flaw_rules.end(),
                         [kind](const flaw_rule& rule) { return rule.kind == kind; });
}

std::vector<flaw> find_flaws(const question_text& text) {
    constexpr struct {
        flaw kind;
        bool (*found)(const question_text&);
    } detectors[] = {
        {flaw::duplicate_options, has_duplicate_options},
        {flaw::longest_is_right, longest_is_right},
        {flaw::refers_to_options, refers_to_options},
        {flaw::negative_stem, has_negative_stem},
        {flaw::absolute_terms, has_absolute_terms},
        {flaw::vague_terms, has_vague_terms},
        {flaw::clang_cue, has_clang_cue},
        {flaw::source_speak, has_source_speak},
        {flaw::letter_reference, has_letter_reference},
        {flaw::numeric_disorder, has_numeric_disorder},
        {flaw::not_a_choice, is_not_a_choice},
        {flaw::wrong_language, is_in_wrong_language},
    };
    static_assert(std::size(detectors) == flaw_rules.size());
    std::vector<flaw> flaws;
    for (const auto& detector : detectors)
        if (detector.found(text))
            flaws.push_back(detector.kind);
    return flaws;
}

}  // namespace examwright
