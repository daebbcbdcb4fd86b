#include "db/attempt_store.hpp"

#include <SQLiteCpp/Statement.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "db/database.hpp"
#include "db/statement.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

const std::string select_attempt =
    "SELECT id, generated_test_id, question_ids, started_at, finished_at, score, total, misses FROM "
    "attempts ";

std::string ids_to_json(const std::vector<std::string>& ids) {
    return json::serialize(json::array(ids.begin(), ids.end()));
}

std::vector<std::string> ids_from_json(const std::string& text) {
    std::vector<std::string> ids;
    const auto parsed = json::parse(text);
    for (const auto& id : parsed.as_array())
        ids.emplace_back(id.as_string());
    return ids;
}

std::string misses_to_json(const std::vector<answered_question>& misses) {
    json::array items;
    for (const auto& miss : misses)
        items.push_back({miss.question_id, miss.correct, miss.chosen});
    return json::serialize(items);
}

std::vector<answered_question> misses_from_json(const std::string& text) {
    std::vector<answered_question> misses;
    const auto parsed = json::parse(text);
    for (const auto& each : parsed.as_array()) {
        const auto& miss = each.as_array();
        misses.push_back({std::string(miss.at(0).as_string()), std::string(miss.at(1).as_string()),
                          std::string(miss.at(2).as_string())});
    }
    return misses;
}

attempt_record read_attempt(const SQLite::Statement& row) {
    attempt_record attempt;
    attempt.id = row.getColumn(0).getString();
    attempt.test_id = row.getColumn(1).getString();
    attempt.question_ids = ids_from_json(row.getColumn(2).getString());
    attempt.started_at = time_column(row.getColumn(3));
    attempt.finished_at = optional_time_column(row.getColumn(4));
    if (attempt.finished_at)
        attempt.grade = attempt_grade{row.getColumn(5).getInt(), row.getColumn(6).getInt(),
                                      misses_from_json(row.getColumn(7).getString())};
    return attempt;
}

void read_answers(SQLite::Database& database, attempt_record& attempt) {
    auto query = prepare(database, "SELECT question_id, option FROM attempt_answers WHERE attempt_id = ?1",
                         attempt.id);
    while (query.executeStep())
        attempt.answers[query.getColumn(0).getString()] = query.getColumn(1).getString();
}

}  // namespace

attempt_record attempt_store::create(std::string_view test_id, std::string_view user_id,
                                     const std::vector<std::string>& question_ids, timestamp now) {
    attempt_record attempt;
    attempt.id = new_id();
    attempt.test_id = test_id;
    attempt.question_ids = question_ids;
    attempt.started_at = now;
    execute(database_,
            "INSERT INTO attempts (id, generated_test_id, user_id, question_ids, started_at) "
            "VALUES (?1, ?2, ?3, ?4, ?5)",
            attempt.id, test_id, user_id, ids_to_json(question_ids), now);
    return attempt;
}

std::optional<attempt_record> attempt_store::find(std::string_view id, std::string_view user_id) {
    auto query = prepare(database_, select_attempt + "WHERE id = ?1 AND user_id = ?2", id, user_id);
    if (!query.executeStep())
        return std::nullopt;
    auto attempt = read_attempt(query);
    read_answers(database_, attempt);
    return attempt;
}

page_of<attempt_record> attempt_store::list(std::string_view test_id, std::string_view user_id,
                                            page_request page) {
    page_of<attempt_record> found;
    found.total =
        integer(database_, "SELECT count(*) FROM attempts WHERE generated_test_id = ?1 AND user_id = ?2",
                test_id, user_id);
    auto query = prepare(database_,
                         select_attempt +
                             "WHERE generated_test_id = ?1 AND user_id = ?2 "
                             "ORDER BY started_at DESC, id LIMIT ?3 OFFSET ?4",
                         test_id, user_id, page.limit, page.offset);
    while (query.executeStep())
        found.items.push_back(read_attempt(query));
    for (auto& attempt : found.items)
        read_answers(database_, attempt);
    return found;
}

void attempt_store::answer(std::string_view id, std::string_view question_id, std::string_view option,
                           timestamp now) {
    execute(database_,
            "INSERT INTO attempt_answers (attempt_id, question_id, option, answered_at) "
            "VALUES (?1, ?2, ?3, ?4) ON CONFLICT (attempt_id, question_id) "
            "DO UPDATE SET option = excluded.option, answered_at = excluded.answered_at",
            id, question_id, option, now);
}

void attempt_store::finish(std::string_view id, const attempt_grade& grade, timestamp now) {
    execute(database_,
            "UPDATE attempts SET finished_at = ?2, score = ?3, total = ?4, misses = ?5 WHERE id = ?1", id,
            now, grade.score, grade.total, misses_to_json(grade.misses));
}

}  // namespace examwright
