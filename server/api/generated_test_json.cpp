#include "server/api/generated_test_json.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/quality/report.hpp"
#include "core/text/unicode.hpp"
#include "core/timestamp.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

template <class T>
json::value nullable(const std::optional<T>& value) {
    return value ? json::value(*value) : json::value(nullptr);
}

json::value given(const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}

/// Remembered for the tests shown last, as their flaws are below.
set_context context_of(const std::vector<question_record>& test) {
    constexpr std::size_t most_known = 20;
    thread_local std::unordered_map<std::string, set_context> known;
    std::string source;
    for (const auto& each : test) {
        source += each.content.stem + '\n';
        for (const auto& option : each.content.options)
            source += option + '\n';
    }
    if (const auto found = known.find(source); found != known.end())
        return found->second;
    std::vector<question> questions;
    questions.reserve(test.size());
    for (const auto& each : test)
        questions.push_back(each.content);
    if (known.size() >= most_known)
        known.clear();
    return known.emplace(std::move(source), set_context(questions)).first->second;
}

json::array find_flaws_json(const question& question, const set_context& set) {
    json::array flaws;
    for (const auto& found : check_question(question, set))
        flaws.push_back(json::object{{"flaw", rule_of(found.kind).name},
                                     {"drops", rule_of(found.kind).drops},
                                     {"at", to_valid_utf8(found.at)}});
    return flaws;
}

/// All that the flaws of a question follow from, each text behind its length.
std::string flaw_source(const question& question, const set_context& set) {
    auto source = std::to_string(question.correct) + "/" + std::to_string(static_cast<int>(set.spoken));
    const auto add = [&](const std::string& text) {
        source += ' ' + std::to_string(text.size()) + ' ' + text;
    };
    add(question.stem);
    add(question.explanation);
    add(question.source_quote);
    std::ranges::for_each(question.options, add);
    for (const auto& word : set.subject.words())
        add(word.folded);
    return source;
}

/// Remembers the flaws of the questions shown last: a test is asked for again and again, and to look for its
/// flaws takes longer than to read it.
json::array flaws_json(const question& question, const set_context& set) {
    constexpr std::size_t most_known = 500;
    thread_local std::unordered_map<std::string, json::array> known;
    auto source = flaw_source(question, set);
    if (const auto found = known.find(source); found != known.end())
        return found->second;
    if (known.size() >= most_known)
        known.clear();
    return known.emplace(std::move(source), find_flaws_json(question, set)).first->second;
}

/// To two places.
double progress_of(int generated, int target) {
    return target > 0 ? std::round(100.0 * generated / target) / 100 : 0;
}

std::optional<std::int64_t> elapsed_seconds(timestamp from, const std::optional<timestamp>& to) {
    if (!to)
        return std::nullopt;
    const auto elapsed = std::chrono::duration_cast<std::chrono::seconds>(*to - from).count();
    return std::max<std::int64_t>(elapsed, 0);  // the clock may have been set back meanwhile
}

json::object json_of(const question_record& question, const set_context& set) {
    json::object options;
    for (std::size_t i = 0; i < question.content.options.size(); ++i)
        options[std::string(1, option_letter(i))] = question.content.options[i];
    const auto& content = question.content;
    return json::object{
        {"id", question.id},
        {"generated_test_id", question.test_id},
        {"document_id", question.document_id},
        {"sort_order", question.sort_order},
        {"question", content.stem},
        {"options", std::move(options)},
        {"correct_option", std::string(1, option_letter(content.correct))},
        {"flaws", flaws_json(content, set)},
        {"explanation", content.explanation},
        {"difficulty", to_string(content.level)},
        {"topic_id", question.topic_id},
        {"validation_result", nullable(question.validation_result)},
        {"quality_score", nullable(question.quality_score)},
        {"source_quote", content.source_quote},
        {"source_page", nullable(content.source_page)},
    };
}

}  // namespace

std::string progress_message(bool unfinished, int generated, int target) {
    const std::string count =
        std::to_string(generated) + " of " + std::to_string(target) + " questions created";
    return unfinished ? "Generating... usually under 1 minute. " + count : count;
}

json::object test_json(const generated_test_record& test, bool stale) {
    json::array dropped;
    for (const auto& each : test.dropped)
        dropped.push_back(json::object{{"reason", each.reason}, {"count", each.count}});
    return json::object{
        {"id", test.id},
        {"user_id", test.user_id},
        {"document_id", test.document_id},
        {"title", nullable(test.title)},
        {"status", test.status},
        {"difficulty", to_string(test.level)},
        {"focus", given(test.focus)},
        {"pages", given(test.pages)},
        {"language", given(test.language)},
        {"prompt_version", test.prompt_version},
        {"model", test.model},
        {"estimated_input_tokens", nullable(test.input_tokens)},
        {"estimated_output_tokens", nullable(test.output_tokens)},
        {"estimated_cost_usd", test.unfinished() ? json::value(nullptr) : nullable(test.cost_usd)},
        {"failure_reason", nullable(test.failure_reason)},
        {"created_at", to_rfc3339(test.created_at)},
        {"updated_at", to_rfc3339(test.updated_at)},
        {"stale", stale},
        {"questions_generated", test.questions_generated},
        {"target_questions", test.target_questions},
        {"progress", progress_of(test.questions_generated, test.target_questions)},
        {"progress_message",
         progress_message(test.unfinished(), test.questions_generated, test.target_questions)},
        {"elapsed_time", nullable(elapsed_seconds(test.created_at, test.ended_at))},
        {"requested", test.target_questions},
        {"accepted", test.accepted},
        {"dropped", std::move(dropped)},
    };
}

json::object test_json(const generated_test_record& test, bool stale, json::array questions) {
    auto shown = test_json(test, stale);
    shown["questions"] = std::move(questions);
    return shown;
}

json::array questions_json(const std::vector<question_record>& questions) {
    json::array items;
    const auto set = context_of(questions);
    for (const auto& question : questions)
        items.push_back(json_of(question, set));
    return items;
}

json::object question_json(const question_record& question) {
    return question_json(question, {question});
}

json::object question_json(const question_record& question, const std::vector<question_record>& test) {
    return json_of(question, context_of(test));
}

std::string status_json(const test_status_record& test) {
    const bool unfinished = test.status == "pending" || test.status == "generating";
    const auto elapsed = elapsed_seconds(test.created_at, test.ended_at);
    char progress[16];
    std::snprintf(progress, sizeof progress, "%.4g",
                  progress_of(test.questions_generated, test.target_questions));
    std::string text = R"({"status":")" + test.status + R"(","progress":)" + progress + R"(,"message":")";
    text += progress_message(unfinished, test.questions_generated, test.target_questions);
    text += R"(","questions_generated":)" + std::to_string(test.questions_generated);
    text += R"(,"target_questions":)" + std::to_string(test.target_questions);
    text += R"(,"phase":")" + test.phase + R"(","calls_done":)" + std::to_string(test.calls_done);
    text += R"(,"calls_total":)" + std::to_string(test.calls_total);
    text += R"(,"elapsed_time":)" + (elapsed ? std::to_string(*elapsed) : "null") + "}";
    return text;
}

std::string status_tag(const test_status_record& test) {
    std::string tag = '"' + test.status + '-' + test.phase;
    for (const int number :
         {test.questions_generated, test.target_questions, test.calls_done, test.calls_total})
        tag += '-' + std::to_string(number);
    if (const auto elapsed = elapsed_seconds(test.created_at, test.ended_at))
        tag += '-' + std::to_string(*elapsed);
    return tag + '"';
}

}  // namespace examwright
