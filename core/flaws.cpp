#include "core/flaws.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "core/checks.hpp"
#include "core/document_text.hpp"
#include "core/quantity.hpp"
#include "core/words.hpp"

namespace examwright {

const flaw_rule& rule_of(flaw kind) {
    return *std::find_if(flaw_rules.begin(), flaw_rules.end(),
                         [kind](const flaw_rule& rule) { return rule.kind == kind; });
}

bool has_duplicate_options(const mcq& question) {
    std::set<std::string> seen;
    return std::any_of(question.options.begin(), question.options.end(),
                       [&](const std::string& option) { return !seen.insert(comparable(option)).second; });
}

bool longest_is_right(const mcq& question) {
    const auto& key = question.options.at(question.correct);
    std::size_t second = 0;
    for (std::size_t i = 0; i < question.options.size(); ++i)
        if (i != question.correct)
            second = std::max(second, count_characters(question.options[i]));
    return count_words(key) >= 4 && second * 4 < count_characters(key) * 3;
}

bool has_negative_stem(const mcq& question) {
    const auto stem = comparable(question.question);
    const auto words = split_words(stem);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "not" || words[i] == "except")
            return true;
        if (words[i] == "least" && (i == 0 || words[i - 1] != "at"))
            return true;
    }
    return false;
}

bool has_numeric_disorder(const mcq& question) {
    std::vector<quantity> values;
    for (const auto& option : question.options) {
        auto value = read_quantity(option);
        if (!value || (!values.empty() && value->unit != values.front().unit))
            return false;
        values.push_back(std::move(*value));
    }
    return !std::is_sorted(values.begin(), values.end(), [](const quantity& left, const quantity& right) {
        return left.value < right.value;
    });
}

std::vector<flaw> find_flaws(const mcq& question) {
    constexpr struct {
        flaw kind;
        bool (*found)(const mcq&);
    } detectors[] = {
        {flaw::duplicate_options, has_duplicate_options}, {flaw::longest_is_right, longest_is_right},
        {flaw::refers_to_options, refers_to_options},     {flaw::negative_stem, has_negative_stem},
        {flaw::numeric_disorder, has_numeric_disorder},
    };
    std::vector<flaw> flaws;
    for (const auto& detector : detectors)
        if (detector.found(question))
            flaws.push_back(detector.kind);
    return flaws;
}

}  // namespace examwright
