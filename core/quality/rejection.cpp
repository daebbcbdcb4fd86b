#include "core/quality/rejection.hpp"

#include <stdexcept>

#include "core/quality/flaws.hpp"
#include "core/text/normalize.hpp"
#include "core/text/unicode.hpp"

namespace examwright {
namespace {

bool is_malformed(const question& question) {
    if (question.options.size() != option_count || question.correct >= question.options.size())
        return true;
    for (const auto& option : question.options)
        if (trimmed(option).empty())
            return true;
    return normalized(question.stem).empty();
}

drop_reason reason_of(flaw found) {
    switch (found) {
        case flaw::duplicate_options: return drop_reason::duplicate_options;
        case flaw::refers_to_options: return drop_reason::refers_to_options;
        case flaw::source_speak: return drop_reason::source_speak;
        case flaw::letter_reference: return drop_reason::letter_reference;
        case flaw::not_a_choice: return drop_reason::not_a_choice;
        case flaw::wrong_language: return drop_reason::wrong_language;
        default:
            throw std::logic_error("a flaw that drops without a reason: " + std::string(rule_of(found).name));
    }
}

}  // namespace

std::string_view reason_text(drop_reason reason) {
    switch (reason) {
        case drop_reason::malformed: return "a part of it is missing or empty";
        case drop_reason::duplicate_options: return "two of its options are the same";
        case drop_reason::quote_not_found: return "its quote is not in the document";
        case drop_reason::duplicate_stem: return "it asks the same as another question";
        case drop_reason::review_disagreed: return "a second reading found another answer";
        case drop_reason::not_reviewed: return "it could not be reviewed";
        case drop_reason::refers_to_options:
            return "an option refers to the others, such as \"all of the above\"";
        case drop_reason::source_speak:
            return "it points at a passage or figure that a student does not have";
        case drop_reason::letter_reference: return "its explanation names an option by its letter";
        case drop_reason::not_a_choice: return "its stem is only a blank, or it has too few options";
        case drop_reason::wrong_language: return "it is not in the language of the document";
        case drop_reason::torn: return "a formula in it could not be read";
        case drop_reason::two_right: return "a second reading found two right answers";
        case drop_reason::none_right: return "a second reading found no right answer";
        case drop_reason::not_in_passages: return "a second reading did not find its answer in the document";
        case drop_reason::given_away: return "another question gives its answer away";
        case drop_reason::repeated_answer: return "another question has the same answer";
    }
    return "unknown";
}

std::optional<drop_reason> reason_to_reject(const question& question, language expected) {
    if (is_malformed(question))
        return drop_reason::malformed;
    for (const auto& found : find_flaws({question, expected}))
        if (rule_of(found.kind).drops)
            return reason_of(found.kind);
    return std::nullopt;
}

}  // namespace examwright
