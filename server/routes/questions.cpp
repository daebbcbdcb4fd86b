#include "server/routes/questions.hpp"

#include <utility>

#include "db/generated_test_store.hpp"
#include "db/question_store.hpp"
#include "db/topic_store.hpp"
#include "server/api/generated_test_json.hpp"
#include "server/api/question_input.hpp"
#include "server/http/handlers.hpp"
#include "server/http/json_body.hpp"
#include "server/routes/owned_test.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace json = boost::json;
using boost::beast::http::verb;
using answer = asio::awaitable<http_response>;

namespace {

/// The slug of the topic that is asked for goes into the question.
std::optional<problem> set_topic(SQLite::Database& db, question_input& input) {
    if (!input.topic_id)
        return std::nullopt;
    for (const auto& topic : topic_store(db).list()) {
        if (topic.id != *input.topic_id)
            continue;
        input.question.content.topic_slug = topic.slug;
        return std::nullopt;
    }
    return invalid("topic_id is not the id of a topic; GET /topics lists them");
}

result<question_input> read_input(SQLite::Database& db, const std::string& text, question_record base) {
    const auto body = json_body::parse(text);
    if (!body)
        return body.error();
    auto input = read_question_input(*body, std::move(base));
    if (!input)
        return input;
    if (const auto bad = set_topic(db, *input))
        return *bad;
    return input;
}

result<question_record> edit_question(SQLite::Database& db, const owned_test& at, const std::string& text,
                                      timestamp now) {
    const auto test = find_ended_test(db, at);
    if (!test)
        return test.error();
    const auto question = find_question(db, at);
    if (!question)
        return question.error();
    const auto input = read_input(db, text, *question);
    if (!input)
        return input.error();
    return question_store(db).update(input->question, input->place, now);
}

result<question_record> add_question(SQLite::Database& db, const owned_test& at, const std::string& text,
                                     timestamp now) {
    const auto test = find_ended_test(db, at);
    if (!test)
        return test.error();
    question_record empty;
    empty.content.level = test->level;
    const auto input = read_input(db, text, empty);
    if (!input)
        return input.error();
    return question_store(db).add(*test, input->question, input->place, now);
}

answer edit(question_routes_parts& parts, http_request& request) {
    auto work = [at = address_of(request), text = std::move(request.body),
                 now = parts.now()](SQLite::Database& db) { return edit_question(db, at, text, now); };
    const auto question = co_await parts.database.run(std::move(work));
    if (!question)
        co_return problem_response(question.error());
    co_return json_response(200, question_json(*question));
}

answer add(question_routes_parts& parts, http_request& request) {
    auto work = [at = address_of(request), text = std::move(request.body),
                 now = parts.now()](SQLite::Database& db) { return add_question(db, at, text, now); };
    const auto question = co_await parts.database.run(std::move(work));
    if (!question)
        co_return problem_response(question.error());
    co_return json_response(201, question_json(*question));
}

answer remove(question_routes_parts& parts, http_request& request) {
    auto work = [at = address_of(request),
                 now = parts.now()](SQLite::Database& db) -> result<question_store::removal> {
        const auto test = find_ended_test(db, at);
        if (!test)
            return test.error();
        auto removed = question_store(db).remove(at.test, at.question, now);
        if (!removed)
            return not_found("There is no such question in this test.");
        return std::move(*removed);
    };
    const auto removed = co_await parts.database.run(std::move(work));
    if (!removed)
        co_return problem_response(removed.error());
    json::value replacement(nullptr);
    if (removed->replacement)
        replacement = question_json(*removed->replacement);
    co_return json_response(200, json::object{{"replacement", std::move(replacement)}});
}

}  // namespace

std::vector<route> question_routes(question_routes_parts parts) {
    const auto with = handlers_over(std::move(parts));
    constexpr auto access = route_access::signed_in;
    constexpr auto small = route_body::small;
    return {
        {verb::post, "/tests/{id}/questions", access, small, "Add a question of one's own", with(add)},
        {verb::patch, "/tests/{id}/questions/{qid}", access, small, "Edit a question", with(edit)},
        {verb::delete_, "/tests/{id}/questions/{qid}", access, small,
         "Delete a question; a spare one takes its place", with(remove)},
    };
}

}  // namespace examwright
