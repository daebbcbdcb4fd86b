#include "server/api/question_input.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "core/question/question_limits.hpp"
#include "core/text/plain_text.hpp"

namespace examwright {

namespace {

constexpr std::int64_t most_pages = 100'000;

/// Leaves `into` as it is where the field is missing.
std::optional<problem> read_text(const json_body& body, const char* name, std::string& into,
                                 bool may_be_empty = false) {
    auto text = body.optional_text(name);
    if (!text)
        return text.error();
    if (!*text)
        return std::nullopt;
    auto plain = without_control_characters(**text);
    if (auto bad = problem_of_text(name, plain, may_be_empty))
        return bad;
    into = std::move(plain);
    return std::nullopt;
}

using option_slots = std::vector<std::optional<std::string>>;

/// Puts the body's options into their slots. null empties one.
std::optional<problem> read_slots(const boost::json::object& options, option_slots& into) {
    for (const auto& [letter, text] : options) {
        const auto index = option_index(letter);
        if (!index)
            return invalid("options has \"" + std::string(letter) + "\"; the letters are A to J");
        if (!text.is_string() && !text.is_null())
            return invalid("options." + std::string(letter) + " must be text");
        if (into.size() <= *index)
            into.resize(*index + 1);
        into[*index] =
            text.is_null() ? std::nullopt : std::optional(without_control_characters(text.get_string()));
    }
    return std::nullopt;
}

/// Options that the body does not name stay. Only the last ones can be removed.
std::optional<problem> read_options(const json_body& body, std::vector<std::string>& into) {
    const auto options = body.optional_object("options");
    if (!options)
        return options.error();
    if (!*options)
        return std::nullopt;
    option_slots slots(into.begin(), into.end());
    if (auto bad = read_slots(**options, slots))
        return bad;
    while (!slots.empty() && !slots.back())
        slots.pop_back();
    into.clear();
    for (auto& slot : slots) {
        if (!slot)
            return invalid("options." + std::string(1, option_letter(into.size())) + " is missing");
        into.push_back(std::move(*slot));
    }
    return std::nullopt;
}

std::optional<problem> read_key(const json_body& body, bool is_new, question& into) {
    const auto letter = body.optional_text("correct_option");
    if (!letter)
        return letter.error();
    if (!*letter && is_new)
        return invalid("correct_option is missing");
    const auto index = *letter ? option_index(**letter) : into.correct;
    if (!index || *index >= into.options.size())
        return invalid("correct_option must be the letter of one of the options");
    into.correct = *index;
    return std::nullopt;
}

std::optional<problem> read_level(const json_body& body, difficulty& into) {
    const auto level = body.optional_text("difficulty");
    if (!level)
        return level.error();
    if (!*level)
        return std::nullopt;
    const auto known = parse_difficulty(**level);
    if (!known)
        return invalid("difficulty must be easy, medium or hard");
    into = *known;
    return std::nullopt;
}

std::optional<problem> read_number(const json_body& body, const char* name, std::optional<int>& into) {
    const auto number = body.optional_integer(name);
    if (!number)
        return number.error();
    if (!*number)
        return std::nullopt;
    if (**number < 1 || **number > most_pages)
        return invalid(std::string(name) + " must be a whole number from 1 to " + std::to_string(most_pages));
    into = static_cast<int>(**number);
    return std::nullopt;
}

/// "0f8fad5b-d9cb-469f-a165-70867728950e"
bool is_id(std::string_view text) {
    constexpr std::string_view shape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    const auto fits = [](char c, char wanted) {
        return wanted == '-' ? c == '-' : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    };
    return std::ranges::equal(text, shape, fits);
}

/// Not looked up: a question whose document is gone can be brought back, too.
std::optional<problem> read_document(const json_body& body, std::string& into) {
    auto id = body.optional_text("document_id");
    if (!id)
        return id.error();
    if (!*id)
        return std::nullopt;
    if (!is_id(**id))
        return invalid("document_id must be the id of a document");
    into = std::move(**id);
    return std::nullopt;
}

std::optional<problem> read_all(const json_body& body, bool is_new, question_input& input) {
    auto& content = input.question.content;
    if (auto bad = read_text(body, "question", content.stem))
        return bad;
    if (is_new && content.stem.empty())
        return invalid("question is missing");
    if (auto bad = read_options(body, content.options))
        return bad;
    if (auto bad = problem_of_options(content.options))
        return bad;
    if (auto bad = read_key(body, is_new, content))
        return bad;
    if (auto bad = read_text(body, "explanation", content.explanation, true))
        return bad;
    if (auto bad = read_level(body, content.level))
        return bad;
    if (auto bad = read_text(body, "source_quote", content.source_quote, true))
        return bad;
    if (auto bad = read_number(body, "source_page", content.source_page))
        return bad;
    if (auto bad = read_document(body, input.question.document_id))
        return bad;
    if (auto bad = read_number(body, "sort_order", input.place))
        return bad;
    const auto topic = body.optional_text("topic_id");
    if (!topic)
        return topic.error();
    input.topic_id = *topic;
    return std::nullopt;
}

}  // namespace

result<question_input> read_question_input(const json_body& body, question_record base) {
    const bool is_new = base.id.empty();
    const auto before = base.content;
    question_input input{std::move(base), std::nullopt, std::nullopt};
    if (auto bad = read_all(body, is_new, input))
        return *bad;
    const auto& now = input.question.content;
    if (now.stem != before.stem || now.options != before.options || now.correct != before.correct) {
        input.question.validation_result.reset();
        input.question.quality_score.reset();
    }
    return input;
}

}  // namespace examwright
