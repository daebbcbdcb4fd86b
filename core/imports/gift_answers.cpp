#include "core/imports/gift_answers.hpp"

#include <algorithm>
#include <boost/algorithm/string/predicate.hpp>
#include <charconv>
#include <locale>
#include <optional>
#include <utility>

#include "core/imports/gift_blocks.hpp"
#include "core/imports/weighted_choices.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

std::string read_text(std::string_view text, moodle_format format) {
    text = trimmed(text);
    format = take_gift_format(text, format);
    return moodle_text(gift_text(text), format);
}

bool is_truth(std::string_view word) {
    word = trimmed(word.substr(0, word.find('#')));
    return std::ranges::any_of(
        std::initializer_list<const char*>{"T", "F", "TRUE", "FALSE"},
        [&](const char* truth) { return boost::algorithm::iequals(word, truth, std::locale::classic()); });
}

/// What kind of question the answers make, as Moodle decides it; nullopt for a choice.
std::optional<std::string> kind_of_answers(std::string_view answers) {
    if (answers.empty())
        return "an essay";
    if (answers.starts_with("#"))
        return "a numerical question";
    if (find_gift(answers, "~") != answers.npos)
        return std::nullopt;
    if (find_gift(answers, "=") != answers.npos && find_gift(answers, "->") != answers.npos)
        return "a matching question";
    return is_truth(answers) ? "true or false" : "a short answer";
}

/// Takes "%-33.3%" off the front of an answer.
double take_weight(std::string_view& answer) {
    const auto end = answer.find('%', 1);
    if (!answer.starts_with('%') || end == answer.npos)
        return 0;
    double percent = 0;
    const auto [stop, error] = std::from_chars(answer.data() + 1, answer.data() + end, percent);
    if (error != std::errc() || stop != answer.data() + end)
        return 0;
    answer.remove_prefix(end + 1);
    return percent;
}

/// Where the feedback's "#" stands. What begins with one is a text, such as "#ff0000", and no feedback to an
/// empty answer.
std::size_t find_feedback(std::string_view answer) {
    const std::size_t skipped = answer.starts_with('#') ? 1 : 0;
    const auto mark = find_gift(answer.substr(skipped), "#");
    return mark == answer.npos ? mark : mark + skipped;
}

weighted_choice read_choice(std::string_view answer, moodle_format format) {
    weighted_choice read;
    if (answer.starts_with('=')) {
        read.percent = 100;
        answer = trimmed(answer.substr(1));
        take_weight(answer);
    } else {
        read.percent = take_weight(answer);
    }
    const auto mark = find_feedback(answer);
    read.text = read_text(answer.substr(0, mark), format);
    if (read.text.empty() && format == moodle_format::automatic)
        read.text = gift_text(trimmed(answer.substr(0, mark)));  // "<body>": an option about HTML
    if (mark != answer.npos)
        read.feedback = read_text(answer.substr(mark + 1), format);
    return read;
}

/// "=a ~b ~c": at each "~" and before each "=" begins one. "~=" begins a single one.
std::vector<weighted_choice> read_choices(std::string_view answers, moodle_format format) {
    std::vector<weighted_choice> choices;
    for (std::size_t at = 0; at < answers.size();) {
        const auto from = answers[at] == '~' ? at + 1 : at;
        const auto end = std::min(find_gift_mark(answers, "~=", std::max(from, at + 1)), answers.size());
        const bool key_follows = trimmed(answers.substr(from, end - from)).empty();
        if (!key_follows)
            choices.push_back(read_choice(trimmed(answers.substr(from, end - from)), format));
        at = end;
    }
    return choices;
}

/// The feedback of the whole question, taken off the end of the answers.
std::string take_general_feedback(std::string_view& answers, moodle_format format) {
    const auto mark = find_gift(answers, "####");
    if (mark == answers.npos)
        return {};
    auto feedback = read_text(answers.substr(mark + 4), format);
    answers = trimmed(answers.substr(0, mark));
    return feedback;
}

}  // namespace

moodle_format take_gift_format(std::string_view& text, moodle_format otherwise) {
    constexpr std::pair<std::string_view, moodle_format> formats[] = {
        {"[html]", moodle_format::html},
        {"[moodle]", moodle_format::automatic},
        {"[plain]", moodle_format::plain},
        {"[markdown]", moodle_format::markdown}};
    for (const auto& [name, format] : formats)
        if (text.starts_with(name)) {
            text.remove_prefix(name.size());
            return format;
        }
    return otherwise;
}

result<question> read_gift_answers(std::string_view answers, moodle_format format) {
    answers = trimmed(answers);
    auto explanation = take_general_feedback(answers, format);
    if (const auto kind = kind_of_answers(answers))
        return other_kind_of_question(*kind);
    return question_of_choices(read_choices(answers, format), std::move(explanation));
}

}  // namespace examwright
