#include "core/checks.hpp"

#include "core/flaws.hpp"
#include "core/unicode.hpp"

namespace examwright {
namespace {

bool is_malformed(const mcq& question) {
    if (question.options.size() != option_count || question.correct >= question.options.size())
        return true;
    for (const auto& option : question.options)
        if (trimmed(option).empty())
            return true;
    return comparable(question.question).empty() || trimmed(question.explanation).empty();
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
    }
    return "unknown";
}

std::optional<drop_reason> find_flaw(const mcq& question) {
    if (is_malformed(question))
        return drop_reason::malformed;
    if (has_duplicate_options(question))
        return drop_reason::duplicate_options;
    return std::nullopt;
}

}  // namespace examwright
