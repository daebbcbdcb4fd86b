#include "core/offline/offline_author.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>

#include "core/generation/prompts.hpp"
#include "core/offline/cloze_author.hpp"
#include "core/offline/cloze_reader.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

constexpr int most_questions = 100;

/// From behind the first `begin` to the `end` that follows it (or the last one); empty where there is none.
std::string_view between(std::string_view text, std::string_view begin, std::string_view end,
                         bool last = false) {
    const auto first = text.find(begin);
    if (first == text.npos)
        return {};
    const auto from = first + begin.size();
    const auto to = last ? text.rfind(end) : text.find(end, from);
    return to == text.npos || to < from ? std::string_view{} : text.substr(from, to - from);
}

std::string_view material_of(std::string_view user) {
    return between(user, "<study_material>", "</study_material>", true);
}

/// The prompt's own words: what stands around the material.
std::string frame_of(std::string_view user) {
    const auto material = material_of(user);
    if (material.empty())
        return std::string(user);
    const auto begin = static_cast<std::size_t>(material.data() - user.data());
    return std::string(user.substr(0, begin)) + "\n" + std::string(user.substr(begin + material.size()));
}

int count_asked(std::string_view frame) {
    auto text = between(frame, "Generate exactly ", " MCQs");
    if (text.empty())
        text = between(frame, "Generate at most ", " MCQs");
    int count = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
    return read.ec == std::errc() && read.ptr == text.data() + text.size()
               ? std::clamp(count, 0, most_questions)
               : 0;
}

/// 'a', 'b'
std::vector<std::string> quoted_words(std::string_view line) {
    std::vector<std::string> words;
    for (auto open = line.find('\''); open != line.npos; open = line.find('\'')) {
        const auto close = line.find('\'', open + 1);
        if (close == line.npos)
            break;
        words.emplace_back(line.substr(open + 1, close - open - 1));
        line.remove_prefix(close + 1);
    }
    return words;
}

std::string write_reply(std::string_view user, std::string_view frame) {
    cloze_order order;
    order.material = material_of(user);
    order.count = count_asked(frame);
    order.level = parse_difficulty(between(frame, "Difficulty: ", "\n")).value_or(difficulty::medium);
    order.topic_slugs = quoted_words(between(frame, "Topic slugs: ", "\n"));
    order.focus = between(frame, "\nFocus: ", "\n");
    const auto before = std::min(frame.find(asked_before_line), frame.size());
    order.existing = frame.substr(0, before);
    order.asked_before = frame.substr(before);
    json::array list;
    for (const auto& question : write_cloze(order)) {
        json::object item{{"source_quote", question.source_quote},
                          {"idea", question.idea},
                          {"question", question.stem},
                          {"key", question.options[question.correct]}};
        int wrong = 0;
        for (std::size_t i = 0; i < question.options.size(); ++i)
            if (i != question.correct)
                item["wrong_" + std::to_string(++wrong)] = question.options[i];
        item["explanation"] = question.explanation;
        item["topic_tag"] = question.topic_slug;
        list.push_back(std::move(item));
    }
    return json::serialize(json::object{{"mcqs", std::move(list)}});
}

std::string text_of_member(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : "";
}

json::object review(const cloze_reader& passages, const json::object& question, bool wrong) {
    std::vector<std::string> options;
    std::vector<std::string> letters;
    if (const auto* given = question.if_contains("options"); given && given->is_object())
        for (const auto& option : given->get_object())
            if (option.value().is_string()) {
                letters.emplace_back(option.key());
                options.emplace_back(option.value().get_string());
            }
    const auto* number = question.if_contains("number");
    json::object answer{{"number", number ? *number : json::value(0)},
                        {"answer", "A"},
                        {"also_right", json::array()},
                        {"flaw", "none"},
                        {"critique", ""}};
    if (options.empty())
        return answer;
    const auto chosen = passages.choose(text_of_member(question, "question"), options);
    answer["answer"] = letters[wrong ? (chosen.option + 1) % letters.size() : chosen.option];
    if (!chosen.found) {
        answer["flaw"] = "unclear";
        answer["critique"] = "the passages do not say it in these words";
    }
    return answer;
}

std::string review_reply(std::string_view user, std::string_view frame, int wrong_answers) {
    const cloze_reader passages(material_of(user));
    boost::system::error_code unreadable;
    const auto questions = json::parse(between(frame, "<questions>", "</questions>"), unreadable);
    json::array reviews;
    if (!unreadable && questions.is_array())
        for (const auto& question : questions.get_array())
            if (question.is_object())
                reviews.push_back(review(passages, question.get_object(),
                                         static_cast<int>(reviews.size()) < wrong_answers));
    return json::serialize(json::object{{"reviews", std::move(reviews)}});
}

}  // namespace

std::optional<call_kind> kind_of_prompt(std::string_view user) {
    if (material_of(user).empty())
        return std::nullopt;
    const auto frame = frame_of(user);
    if (!between(frame, "<questions>", "</questions>").empty())
        return call_kind::review;
    if (count_asked(frame) > 0)
        return call_kind::write;
    return std::nullopt;
}

std::string author_reply(std::string_view user, int wrong_answers) {
    const auto kind = kind_of_prompt(user);
    if (kind == call_kind::write)
        return write_reply(user, frame_of(user));
    if (kind == call_kind::review)
        return review_reply(user, frame_of(user), wrong_answers);
    return "This is a simulator. It writes and reviews multiple-choice questions, and nothing else.";
}

}  // namespace examwright
