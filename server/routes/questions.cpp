#include "server/routes/questions.hpp"

#include <boost/json/array.hpp>
#include <string>
#include <utility>
#include <vector>

#include "db/generated_test_store.hpp"
#include "db/question_store.hpp"
#include "db/topic_store.hpp"
#include "server/api/entity_tag.hpp"
#include "server/api/generated_test_json.hpp"
#include "server/api/id_list.hpp"
#include "server/api/question_input.hpp"
#include "server/http/conditional_get.hpp"
#include "server/http/handlers.hpp"
#include "server/http/json_body.hpp"
#include "server/routes/owned_test.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace json = boost::json;
using boost::beast::http::verb;
using answer = asio::awaitable<http_response>;

namespace {

/// A question as it is answered. Made on the database's thread: to look for its flaws takes a while.
struct shown_question {
    json::object body;
    std::string tag;
};

conditional_result<shown_question> shown(SQLite::Database& db,
                                         const conditional_result<question_record>& question) {
    if (!question)
        return std::nullopt;
    if (!*question)
        return question->error();
    const auto test = generated_test_store(db).questions((*question)->test_id);
    return shown_question{question_json(**question, test), question_tag(**question)};
}

http_response tagged(unsigned status, const conditional_result<shown_question>& question) {
    if (!question)
        return changed_meanwhile();
    if (!*question)
        return problem_response(question->error());
    const shown_question& found = **question;
    auto response = json_response(status, found.body);
    response.headers.emplace_back("ETag", found.tag);
    return response;
}

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
    if (auto unknown =
            body->unknown_field({"id", "generated_test_id", "validation_result", "quality_score", "flaws"}))
        return std::move(*unknown);
    if (const auto bad = set_topic(db, *input))
        return *bad;
    return input;
}

conditional_result<question_record> edit_question(SQLite::Database& db, const owned_test& at,
                                                  const std::string& text, timestamp now) {
    const auto test = find_ended_test(db, at);
    if (!test)
        return test.error();
    const auto question = find_question(db, at);
    if (!question)
        return question.error();
    const auto input = read_input(db, text, *question);
    if (!input)
        return input.error();
    if (!fits_if_match(at.if_match, {question_tag(*question), test_tag(*test)}))
        return std::nullopt;
    return question_store(db).update(input->question, input->place, now);
}

conditional_result<question_record> add_question(SQLite::Database& db, const owned_test& at,
                                                 const std::string& text, timestamp now) {
    const auto test = find_ended_test(db, at);
    if (!test)
        return test.error();
    question_record empty;
    empty.content.level = test->level;
    const auto input = read_input(db, text, empty);
    if (!input)
        return input.error();
    if (!fits_if_match(at.if_match, {test_tag(*test)}))
        return std::nullopt;
    return question_store(db).add(*test, input->question, input->place, now);
}

answer edit(question_routes_parts& parts, http_request& request) {
    auto work = [at = address_of(request), text = std::move(request.body), now = parts.now()](
                    SQLite::Database& db) { return shown(db, edit_question(db, at, text, now)); };
    const auto edited = co_await parts.database.run(std::move(work));
    co_return tagged(200, edited);
}

answer show(question_routes_parts& parts, http_request& request) {
    auto work = [at = address_of(request)](SQLite::Database& db) -> conditional_result<shown_question> {
        if (!generated_test_store(db).find(at.test, at.user))
            return not_found("There is no such test.");
        return shown(db, find_question(db, at));
    };
    const auto question = co_await parts.database.run(std::move(work));
    co_return tagged(200, question);
}

answer add(question_routes_parts& parts, http_request& request) {
    auto work = [at = address_of(request), text = std::move(request.body), now = parts.now()](
                    SQLite::Database& db) { return shown(db, add_question(db, at, text, now)); };
    const auto added = co_await parts.database.run(std::move(work));
    co_return tagged(201, added);
}

struct ordered_test {
    std::vector<std::string> order;
    std::string tag;
};

conditional_result<ordered_test> order_questions(SQLite::Database& db, const owned_test& at,
                                                 const std::string& text, timestamp now) {
    const auto test = find_ended_test(db, at);
    if (!test)
        return test.error();
    const auto body = json_body::parse(text);
    if (!body)
        return body.error();
    const auto order = read_ids(*body, "order");
    if (!order)
        return order.error();
    if (auto unknown = body->unknown_field())
        return std::move(*unknown);
    if (!*order)
        return invalid("order is missing");
    if (!fits_if_match(at.if_match, {test_tag(*test)}))
        return std::nullopt;
    if (!question_store(db).reorder(at.test, **order, now))
        return invalid("order must name each question of the test once");
    return ordered_test{**order, test_tag(*generated_test_store(db).find(at.test, at.user))};
}

answer reorder(question_routes_parts& parts, http_request& request) {
    auto work = [at = address_of(request), text = std::move(request.body),
                 now = parts.now()](SQLite::Database& db) { return order_questions(db, at, text, now); };
    const auto done = co_await parts.database.run(std::move(work));
    if (!done)
        co_return changed_meanwhile();
    if (!*done)
        co_return problem_response(done->error());
    const ordered_test& ordered = **done;
    auto response =
        json_response(200, json::object{{"order", json::array(ordered.order.begin(), ordered.order.end())}});
    response.headers.emplace_back("ETag", ordered.tag);
    co_return response;
}

answer remove(question_routes_parts& parts, http_request& request) {
    auto work = [at = address_of(request),
                 now = parts.now()](SQLite::Database& db) -> conditional_result<json::value> {
        const auto test = find_ended_test(db, at);
        if (!test)
            return test.error();
        const auto question = find_question(db, at);
        if (!question)
            return question.error();
        if (!fits_if_match(at.if_match, {question_tag(*question), test_tag(*test)}))
            return std::nullopt;
        const auto done = question_store(db).remove(at.test, at.question, now);
        if (!done->replacement)
            return json::value(nullptr);
        return json::value(question_json(*done->replacement, generated_test_store(db).questions(at.test)));
    };
    const auto removed = co_await parts.database.run(std::move(work));
    if (!removed)
        co_return changed_meanwhile();
    if (!*removed)
        co_return problem_response(removed->error());
    co_return json_response(200, json::object{{"replacement", **removed}});
}

conditional_result<question_record> restore_question(SQLite::Database& db, const owned_test& at,
                                                     timestamp now) {
    const auto test = find_ended_test(db, at);
    if (!test)
        return test.error();
    question_store questions(db);
    const auto successor = questions.successor_of(at.test, at.question);
    if (!successor)
        return successor.error();
    const auto tag = *successor ? question_tag(**successor) : std::string();
    if (!fits_if_match(at.if_match, {tag, test_tag(*test)}))
        return std::nullopt;
    return questions.restore(at.test, at.question, now);
}

answer restore(question_routes_parts& parts, http_request& request) {
    auto work = [at = address_of(request), now = parts.now()](SQLite::Database& db) {
        return shown(db, restore_question(db, at, now));
    };
    const auto restored = co_await parts.database.run(std::move(work));
    co_return tagged(200, restored);
}

}  // namespace

std::vector<route> question_routes(question_routes_parts parts) {
    const auto with = handlers_over(std::move(parts));
    constexpr auto access = route_access::signed_in;
    constexpr auto small = route_body::small;
    return {
        {verb::post, "/tests/{id}/questions", access, small, "Add a question of one's own", with(add)},
        {verb::patch, "/tests/{id}/questions", access, small, "Put the questions into another order",
         with(reorder)},
        {verb::get, "/tests/{id}/questions/{qid}", access, small, "A question", with(show)},
        {verb::patch, "/tests/{id}/questions/{qid}", access, small, "Edit a question", with(edit)},
        {verb::delete_, "/tests/{id}/questions/{qid}", access, small,
         "Delete a question; a spare one takes its place", with(remove)},
        {verb::post, "/tests/{id}/questions/{qid}/restore", access, small,
         "Bring back a question that was deleted or replaced", with(restore)},
    };
}

}  // namespace examwright
