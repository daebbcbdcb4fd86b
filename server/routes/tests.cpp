#include "server/routes/tests.hpp"

#include <boost/json/array.hpp>
#include <optional>
#include <utility>

#include "core/document_text.hpp"
#include "core/mcq.hpp"
#include "core/prompts.hpp"
#include "db/document_store.hpp"
#include "db/test_store.hpp"
#include "db/topic_store.hpp"
#include "server/http/json_body.hpp"
#include "server/http/paging.hpp"
#include "server/routes/test_json.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace json = boost::json;
using boost::beast::http::verb;
using answer = asio::awaitable<http_response>;

namespace {

const problem no_such_test = not_found("There is no such test.");
const problem no_such_document = not_found("There is no such document.");

constexpr std::chrono::seconds cancel_limit{
    2};  // a cancelled job ends within one; a full disk may keep it longer

struct generate_order {
    int questions = 15;
    difficulty level = difficulty::medium;
};

result<generate_order> read_order(const json_body& body) {
    generate_order order;
    const auto questions = body.optional_integer("num_questions");
    if (!questions)
        return questions.error();
    if (questions->value_or(15) < 1 || questions->value_or(15) > 20)
        return invalid("target_questions must be between 1 and 20");
    order.questions = static_cast<int>(questions->value_or(15));
    const auto level = body.optional_text("difficulty");
    if (!level)
        return level.error();
    const auto known = parse_difficulty(level->value_or("medium"));
    if (!known)
        return invalid("difficulty must be EASY, MEDIUM or HARD");
    order.level = *known;
    return order;
}

/// Why no test can be made of a document, if so.
std::optional<problem> unfit(const document_record& document) {
    if (document.status == "processing" || document.status == "uploaded")
        return invalid("The document is still being read. Try again in a moment.");
    if (document.status != "ready")
        return invalid("The document could not be read" +
                       (document.failure_reason ? ": " + *document.failure_reason : std::string(".")));
    if (document.word_count.value_or(minimum_words) < static_cast<std::int64_t>(minimum_words))
        return invalid("The document has " + std::to_string(*document.word_count) +
                       " words; a test needs at least " + std::to_string(minimum_words) +
                       ". Upload a longer one.");
    return std::nullopt;
}

test_record new_test(const generate_order& order, const document_record& document, std::string model,
                     timestamp now) {
    test_record test;
    test.user_id = document.user_id;
    test.document_id = document.id;
    test.title = document.title;
    test.status = "pending";
    test.phase = "queued";
    test.level = order.level;
    test.prompt_version = prompt_version;
    test.model = std::move(model);
    test.target_questions = order.questions;
    test.created_at = test.updated_at = now;
    return test;
}

answer generate(test_routes_parts& parts, http_request& request) {
    const auto body = json_body::parse(request.body);
    if (!body)
        co_return problem_response(body.error());
    const auto document_id = body->text("document_id");
    if (!document_id)
        co_return problem_response(document_id.error());
    auto create = [id = *document_id, order = read_order(*body), user = request.user->id, model = parts.model,
                   now = parts.now()](SQLite::Database& db) -> result<test_record> {
        const auto document = document_store(db).find(id, user);
        if (!document)
            return no_such_document;
        if (!order)
            return order.error();
        if (const auto reason = unfit(*document))
            return *reason;
        return test_store(db).create(new_test(*order, *document, model, now));
    };
    const auto test = co_await parts.database.run(std::move(create));
    if (!test)
        co_return problem_response(test.error());
    parts.jobs.start(*test);
    co_return json_response(202, test_json(*test, false));
}

answer status(test_routes_parts& parts, http_request& request) {
    const auto test = parts.status.status_of_test(request.path_values[0], request.user->id);
    if (!test)
        co_return problem_response(no_such_test);
    http_response response;
    response.body = status_json(*test);
    co_return response;
}

/// A test that no job owns any more is ended before it is shown.
asio::awaitable<std::optional<test_record>> find_test(test_routes_parts& parts, const std::string& id,
                                                      const std::string& user) {
    auto find = [id, user](SQLite::Database& db) { return test_store(db).find(id, user); };
    auto test = co_await parts.database.run(find);
    if (!test || !parts.jobs.stale(*test))
        co_return test;
    co_await parts.jobs.finish_if_abandoned(*test);
    co_return co_await parts.database.run(find);
}

answer list(test_routes_parts& parts, http_request& request) {
    const auto page = read_page(request);
    if (!page)
        co_return problem_response(page.error());
    auto load = [page = *page, user = request.user->id](SQLite::Database& db) {
        return test_store(db).list(user, page);
    };
    auto tests = co_await parts.database.run(std::move(load));
    json::array items;
    for (auto& test : tests.items) {
        if (parts.jobs.stale(test)) {
            const auto ended = co_await find_test(parts, test.id, test.user_id);
            test = ended.value_or(test);
        }
        items.push_back(test_json(test, parts.jobs.stale(test)));
    }
    co_return json_response(200, json::object{{"items", std::move(items)}, {"total", tests.total}});
}

answer detail(test_routes_parts& parts, http_request& request) {
    const auto test = co_await find_test(parts, request.path_values[0], request.user->id);
    if (!test)
        co_return problem_response(no_such_test);
    auto load = [id = test->id](SQLite::Database& db) { return test_store(db).questions(id); };
    const auto questions = co_await parts.database.run(std::move(load));
    json::array items;
    for (const auto& question : questions)
        items.push_back(question_json(question));
    auto body = test_json(*test, parts.jobs.stale(*test));
    body["questions"] = std::move(items);
    co_return json_response(200, body);
}

answer remove(test_routes_parts& parts, http_request& request) {
    auto erase = [id = request.path_values[0], user = request.user->id](SQLite::Database& db) {
        return test_store(db).remove(id, user);
    };
    const bool removed = co_await parts.database.run(std::move(erase));
    if (!removed)
        co_return problem_response(no_such_test);
    parts.jobs.cancel(request.path_values[0]);
    co_return no_content();
}

answer cancel(test_routes_parts& parts, http_request& request) {
    const auto test = co_await find_test(parts, request.path_values[0], request.user->id);
    if (!test)
        co_return problem_response(no_such_test);
    if (!test->unfinished())
        co_return problem_response(conflict("The test has ended already."));
    parts.jobs.cancel(test->id);
    co_await parts.jobs.wait_until_ended(test->id, cancel_limit);
    const auto ended = co_await find_test(parts, test->id, test->user_id);
    co_return json_response(200, test_json(ended.value_or(*test), false));
}

answer topics(test_routes_parts& parts, http_request&) {
    auto load = [](SQLite::Database& db) { return topic_store(db).list(); };
    const auto topics = co_await parts.database.run(std::move(load));
    json::array items;
    for (const auto& topic : topics)
        items.push_back(json::object{{"id", topic.id}, {"slug", topic.slug}, {"name", topic.name}});
    co_return json_response(200, json::object{{"items", std::move(items)}});
}

}  // namespace

std::vector<route> test_routes(test_routes_parts parts) {
    auto shared = std::make_shared<test_routes_parts>(std::move(parts));
    const auto with = [&](answer (*handler)(test_routes_parts&, http_request&)) -> route_handler {
        return [shared, handler](http_request& request) { return handler(*shared, request); };
    };
    constexpr auto access = route_access::signed_in;
    constexpr auto small = route_body::small;
    return {
        {verb::post, "/tests/generate", access, small, "Make a test of a document", with(generate)},
        {verb::get, "/tests", access, small, "One's tests, newest first", with(list)},
        {verb::get, "/tests/{id}", access, small, "A test with its questions", with(detail)},
        {verb::delete_, "/tests/{id}", access, small, "Delete a test", with(remove)},
        {verb::get, "/tests/{id}/status", access, small, "How far a test is", with(status)},
        {verb::post, "/tests/{id}/cancel", access, small, "End a test with what it has", with(cancel)},
        {verb::get, "/topics", access, small, "The topics of questions", with(topics)},
    };
}

}  // namespace examwright
