#include "core/imports/question_set.hpp"

#include <algorithm>
#include <boost/algorithm/string/replace.hpp>
#include <optional>
#include <utility>

#include "core/imports/text_beginning.hpp"
#include "core/question/question_limits.hpp"
#include "core/text/plain_text.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

constexpr std::size_t most_listed = 1000;  // parts that are left out
constexpr std::size_t most_told = 5;       // reasons in one sentence

std::string place_of(const left_out_question& part) {
    std::string place = part.line ? "Line " + std::to_string(*part.line) : "";
    if (!part.name.empty())
        place += place.empty() ? part.name : " (" + part.name + ")";
    return place.empty() ? part.reason : place + ": " + part.reason;
}

problem nothing_readable(const question_set& set) {
    if (set.left_out.empty())
        return invalid("There are no questions in it.");
    std::string detail = "None of its questions can be imported.";
    const auto told = std::min(set.left_out.size(), most_told);
    for (std::size_t i = 0; i < told; ++i)
        detail += " " + place_of(set.left_out[i]) + ".";
    const auto more = set.left_out.size() + set.unlisted - told;
    return invalid(more > 0 ? detail + " And " + std::to_string(more) + " more." : detail);
}

/// Without control characters, which came by character references where the file itself had none.
void clean(question& read) {
    for (auto* text : {&read.stem, &read.explanation, &read.topic_slug, &read.source_quote})
        *text = without_control_characters(*text);
    for (auto& option : read.options)
        option = without_control_characters(option);
}

/// Why a question that was read is none, for someone who knows no names of fields.
std::optional<std::string> reason_against(const question& read) {
    const auto refused = problem_of_question(read);
    if (!refused)
        return std::nullopt;
    const auto count = read.options.size();
    if (trimmed(read.stem).empty())
        return "it has no text";
    if (count < fewest_options)
        return count == 0 ? "it has no options" : "it has one option; it needs two";
    if (count > most_options)
        return "it has " + std::to_string(count) + " options; " + std::to_string(most_options) +
               " are the most";
    auto reason = refused->detail;
    boost::algorithm::replace_all(reason, "options.", "option ");
    boost::algorithm::replace_first(reason, "source_quote", "quote");
    boost::algorithm::replace_first(reason, "question ", "text ");
    return "its " + reason;
}

}  // namespace

void leave_out(question_set& set, left_out_question part) {
    if (set.left_out.size() < most_listed)
        set.left_out.push_back(std::move(part));
    else
        ++set.unlisted;
}

void add_question(question_set& set, result<question> read, left_out_question place) {
    if (read)
        clean(*read);
    if (read && !place.line && place.name.empty())
        place.name = text_beginning(read->stem);
    if (!place.line && trimmed(place.name).empty())
        place.name =
            "Question " + std::to_string(set.questions.size() + set.left_out.size() + set.unlisted + 1);
    if (const auto refused = read ? reason_against(*read) : read.error().detail)
        place.reason = *refused;
    else if (set.questions.size() == most_questions)
        place.reason = "a test holds " + std::to_string(most_questions) + " questions at most";
    else
        return set.questions.push_back(std::move(*read));
    leave_out(set, std::move(place));
}

result<question_set> finished(question_set set) {
    set.title = without_control_characters(set.title);
    if (set.questions.empty())
        return nothing_readable(set);
    if (set.unlisted > 0)
        set.left_out.push_back({std::nullopt, "", std::to_string(set.unlisted) + " more were left out"});
    return set;
}

}  // namespace examwright
