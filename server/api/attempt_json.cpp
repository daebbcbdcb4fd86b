#include "server/api/attempt_json.hpp"

#include <boost/json/array.hpp>

#include "core/timestamp.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

json::array misses_json(const std::vector<answered_question>& misses) {
    json::array items;
    for (const auto& miss : misses)
        items.push_back(
            json::object{{"question_id", miss.question_id},
                         {"chosen", miss.chosen.empty() ? json::value(nullptr) : json::value(miss.chosen)},
                         {"correct_option", miss.correct}});
    return items;
}

}  // namespace

json::object attempt_json(const attempt_record& attempt) {
    json::object answers;
    for (const auto& [question, option] : attempt.answers)
        answers[question] = option;
    const auto& grade = attempt.grade;
    return json::object{
        {"id", attempt.id},
        {"test_id", attempt.test_id},
        {"question_ids", json::array(attempt.question_ids.begin(), attempt.question_ids.end())},
        {"answers", std::move(answers)},
        {"started_at", to_rfc3339(attempt.started_at)},
        {"finished_at",
         attempt.finished_at ? json::value(to_rfc3339(*attempt.finished_at)) : json::value(nullptr)},
        {"score", grade ? json::value(grade->score) : json::value(nullptr)},
        {"total", grade ? json::value(grade->total) : json::value(nullptr)},
        {"misses", grade ? json::value(misses_json(grade->misses)) : json::value(nullptr)},
    };
}

}  // namespace examwright
