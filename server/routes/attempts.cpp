#include "server/routes/attempts.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <utility>

#include "db/attempt_store.hpp"
#include "db/generated_test_store.hpp"
#include "db/question_store.hpp"
#include "server/api/attempt_json.hpp"
#include "server/api/id_list.hpp"
#include "server/http/handlers.hpp"
#include "server/http/json_body.hpp"
#include "server/http/paging.hpp"
#include "server/routes/owned_test.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace json = boost::json;
using boost::beast::http::verb;
using answer = asio::awaitable<http_response>;

namespace {

const problem no_such_attempt = not_found("There is no such attempt.");

template <class T>
bool holds(const std::vector<T>& all, const T& one) {
    return std::ranges::find(all, one) != all.end();
}

/// All questions of the test, or those of them that are asked for.
result<std::vector<std::string>> chosen_questions(SQLite::Database& db, const std::string& test,
                                                  const std::string& text) {
    std::vector<std::string> all;
    for (auto& question : generated_test_store(db).questions(test))
        all.push_back(std::move(question.id));
    if (text.empty())
        return all;
    const auto body = json_body::parse(text);
    if (!body)
        return body.error();
    auto wanted = read_ids(*body, "question_ids");
    if (!wanted)
        return wanted.error();
    if (auto unknown = body->unknown_field())
        return std::move(*unknown);
    if (!*wanted)
        return all;
    for (const auto& id : **wanted)
        if (!holds(all, id))
            return invalid("question_ids names a question that the test does not have: " + id);
    if ((*wanted)->empty())
        return invalid("question_ids must name a question");
    return std::move(**wanted);
}

result<attempt_record> begin_attempt(SQLite::Database& db, const owned_test& at, const std::string& text,
                                     timestamp now) {
    const auto test = find_ended_test(db, at);
    if (!test)
        return test.error();
    const auto questions = chosen_questions(db, at.test, text);
    if (!questions)
        return questions.error();
    if (questions->empty())
        return conflict("The test has no questions.");
    return attempt_store(db).create(at.test, at.user, *questions, now);
}

answer begin(attempt_routes_parts& parts, http_request& request) {
    auto work = [at = address_of(request), text = std::move(request.body),
                 now = parts.now()](SQLite::Database& db) { return begin_attempt(db, at, text, now); };
    const auto attempt = co_await parts.database.run(std::move(work));
    co_return attempt ? json_response(201, attempt_json(*attempt)) : problem_response(attempt.error());
}

answer list(attempt_routes_parts& parts, http_request& request) {
    auto work = [at = address_of(request),
                 page = read_page(request)](SQLite::Database& db) -> result<page_of<attempt_record>> {
        if (!generated_test_store(db).find(at.test, at.user))
            return not_found("There is no such test.");
        if (!page)
            return page.error();
        return attempt_store(db).list(at.test, at.user, *page);
    };
    const auto attempts = co_await parts.database.run(std::move(work));
    if (!attempts)
        co_return problem_response(attempts.error());
    json::array items;
    for (const auto& attempt : attempts->items)
        items.push_back(attempt_json(attempt));
    co_return json_response(200, json::object{{"items", std::move(items)}, {"total", attempts->total}});
}

/// The letter of one of the question's options.
result<std::string> read_option(const std::string& text, const question& content) {
    const auto body = json_body::parse(text);
    if (!body)
        return body.error();
    auto option = body->text("option");
    if (!option)
        return option;
    if (auto unknown = body->unknown_field())
        return std::move(*unknown);
    const auto index = option_index(*option);
    if (!index || *index >= content.options.size())
        return invalid("option must be the letter of one of the question's options");
    return option;
}

struct attempt_address {
    std::string user;
    std::string attempt;
    std::string question;
};

result<void> store_answer(SQLite::Database& db, const attempt_address& at, const std::string& text,
                          timestamp now) {
    attempt_store attempts(db);
    const auto attempt = attempts.find(at.attempt, at.user);
    if (!attempt)
        return no_such_attempt;
    const auto question = question_store(db).find(attempt->test_id, at.question);
    if (!question || !holds(attempt->question_ids, at.question))
        return not_found("There is no such question in this attempt.");
    const auto option = read_option(text, question->content);
    if (!option)
        return option.error();
    if (attempt->finished_at)
        return conflict("The attempt is finished. Begin another one.");
    attempts.answer(at.attempt, at.question, *option, now);
    return {};
}

answer put_answer(attempt_routes_parts& parts, http_request& request) {
    const auto& values = request.path_values;
    auto work = [at = attempt_address{request.user->id, values[0], values[1]}, text = std::move(request.body),
                 now = parts.now()](SQLite::Database& db) { return store_answer(db, at, text, now); };
    const auto stored = co_await parts.database.run(std::move(work));
    co_return stored ? no_content() : problem_response(stored.error());
}

/// By the keys as they are now; a question that has been deleted meanwhile counts for nothing.
attempt_grade grade_of(SQLite::Database& db, const attempt_record& attempt) {
    std::vector<answered_question> questions;
    for (const auto& question : generated_test_store(db).questions(attempt.test_id)) {
        if (!holds(attempt.question_ids, question.id))
            continue;
        const auto chosen = attempt.answers.find(question.id);
        questions.push_back({question.id, std::string(1, option_letter(question.content.correct)),
                             chosen == attempt.answers.end() ? "" : chosen->second});
    }
    return grade_attempt(questions);
}

answer finish(attempt_routes_parts& parts, http_request& request) {
    auto work = [user = request.user->id, id = request.path_values[0],
                 now = parts.now()](SQLite::Database& db) -> result<attempt_record> {
        attempt_store attempts(db);
        auto attempt = attempts.find(id, user);
        if (!attempt)
            return no_such_attempt;
        if (attempt->finished_at)
            return std::move(*attempt);
        attempts.finish(id, grade_of(db, *attempt), now);
        return *attempts.find(id, user);
    };
    const auto attempt = co_await parts.database.run(std::move(work));
    co_return attempt ? json_response(200, attempt_json(*attempt)) : problem_response(attempt.error());
}

}  // namespace

std::vector<route> attempt_routes(attempt_routes_parts parts) {
    const auto with = handlers_over(std::move(parts));
    constexpr auto access = route_access::signed_in;
    constexpr auto small = route_body::small;
    return {
        {verb::post, "/tests/{id}/attempts", access, small, "Begin an attempt at one's own test",
         with(begin)},
        {verb::get, "/tests/{id}/attempts", access, small, "One's attempts at a test, the latest first",
         with(list)},
        {verb::put, "/attempts/{id}/answers/{qid}", access, small, "Answer a question of an attempt",
         with(put_answer)},
        {verb::post, "/attempts/{id}/finish", access, small, "Finish an attempt and see its score",
         with(finish)},
    };
}

}  // namespace examwright
