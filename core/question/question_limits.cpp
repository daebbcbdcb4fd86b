#include "core/question/question_limits.hpp"

#include <algorithm>
#include <string>

#include "core/question/same_option.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {

namespace {

std::string option_name(std::size_t index) {
    return std::string("options.") + option_letter(index);
}

}  // namespace

bool within_limits(const question& question) {
    const auto fits = [](const std::string& text) {
        // Bytes first: a text that is far too long is not counted through.
        return text.size() <= 4 * longest_part && count_characters(text) <= longest_part;
    };
    return fits(question.stem) && fits(question.explanation) && fits(question.source_quote) &&
           question.options.size() <= most_options && std::ranges::all_of(question.options, fits);
}

std::optional<problem> problem_of_text(std::string_view name, std::string_view text, bool may_be_empty) {
    if (!may_be_empty && trimmed(text).empty())
        return invalid(std::string(name) + " is empty");
    if (count_characters(text) > longest_part)
        return invalid(std::string(name) + " is longer than " + std::to_string(longest_part) + " characters");
    return std::nullopt;
}

std::optional<problem> problem_of_options(const std::vector<std::string>& options) {
    if (options.size() > most_options)
        return invalid("options are more than " + std::to_string(most_options));
    for (std::size_t i = 0; i < std::max(options.size(), fewest_options); ++i) {
        if (i >= options.size())
            return invalid(option_name(i) + " is missing");
        if (auto bad = problem_of_text(option_name(i), options[i], false))
            return bad;
        for (std::size_t other = 0; other < i; ++other)
            if (is_same_text(options[i], options[other]))
                return invalid(option_name(i) + " says the same as " + option_name(other));
    }
    return std::nullopt;
}

std::optional<problem> problem_of_question(const question& question) {
    if (auto bad = problem_of_text("question", question.stem, false))
        return bad;
    if (auto bad = problem_of_options(question.options))
        return bad;
    if (auto bad = problem_of_text("explanation", question.explanation, true))
        return bad;
    return problem_of_text("source_quote", question.source_quote, true);
}

}  // namespace examwright
