#include "server/routes/tests.hpp"

#include <boost/json/array.hpp>
#include <optional>
#include <utility>

#include "core/document/document_text.hpp"
#include "core/question/question_limits.hpp"
#include "core/text/plain_text.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"
#include "db/generated_test_store.hpp"
#include "server/api/entity_tag.hpp"
#include "server/api/generated_test_json.hpp"
#include "server/http/conditional_get.hpp"
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

const problem no_such_test = not_found("There is no such test.");

constexpr std::chrono::seconds cancel_limit{
    2};  // a cancelled job ends within one; a full disk may keep it longer

answer status(test_routes_parts& parts, http_request& request) {
    const auto test = parts.status.status_of_test(request.path_values[0], request.user->id);
    if (!test)
        co_return problem_response(no_such_test);
    http_response response;
    response.body = status_json(*test);
    response.headers = {{"ETag", status_tag(*test)}, {"Cache-Control", "private, no-cache"}};
    co_return response;
}

/// A test that no job owns any more is ended before it is shown.
asio::awaitable<std::optional<generated_test_record>> find_test(test_routes_parts& parts,
                                                                const std::string& id,
                                                                const std::string& user) {
    auto find = [id, user](SQLite::Database& db) { return generated_test_store(db).find(id, user); };
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
        return generated_test_store(db).list(user, page);
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
    auto load = [id = test->id](SQLite::Database& db) {
        return questions_json(generated_test_store(db).questions(id));
    };
    auto questions = co_await parts.database.run(std::move(load));
    auto response = json_response(200, test_json(*test, parts.jobs.stale(*test), std::move(questions)));
    response.headers.emplace_back("ETag", test_tag(*test));
    co_return response;
}

answer remove(test_routes_parts& parts, http_request& request) {
    auto erase = [at = address_of(request)](SQLite::Database& db) -> conditional_result<bool> {
        generated_test_store tests(db);
        const auto test = tests.find(at.test, at.user);
        if (!test)
            return no_such_test;
        if (!fits_if_match(at.if_match, {test_tag(*test)}))
            return std::nullopt;
        return tests.remove(at.test, at.user);
    };
    const auto removed = co_await parts.database.run(std::move(erase));
    if (!removed)
        co_return changed_meanwhile();
    if (!*removed)
        co_return problem_response(removed->error());
    parts.jobs.cancel(request.path_values[0]);
    co_return no_content();
}

result<std::string> read_title(const std::string& text) {
    const auto body = json_body::parse(text);
    if (!body)
        return body.error();
    const auto title = body->text("title");
    if (!title)
        return title.error();
    if (auto unknown = body->unknown_field())
        return std::move(*unknown);
    const std::string plain(trimmed(without_control_characters(*title)));
    if (plain.empty() || count_characters(plain) > longest_title)
        return invalid("title must have 1 to " + std::to_string(longest_title) + " characters");
    return plain;
}

answer rename(test_routes_parts& parts, http_request& request) {
    const auto test = co_await find_test(parts, request.path_values[0], request.user->id);
    if (!test)
        co_return problem_response(no_such_test);
    const auto title = read_title(request.body);
    if (!title)
        co_return problem_response(title.error());
    auto write = [at = address_of(request), title = *title,
                  now = parts.now()](SQLite::Database& db) -> conditional_result<generated_test_record> {
        generated_test_store tests(db);
        const auto before = tests.find(at.test, at.user);
        if (!before)
            return no_such_test;
        if (!fits_if_match(at.if_match, {test_tag(*before)}))
            return std::nullopt;
        tests.set_title(at.test, at.user, title, now);
        return tests.find(at.test, at.user).value();
    };
    const auto renamed = co_await parts.database.run(std::move(write));
    if (!renamed)
        co_return changed_meanwhile();
    if (!*renamed)
        co_return problem_response(renamed->error());
    const generated_test_record& now = **renamed;
    auto response = json_response(200, test_json(now, parts.jobs.stale(now)));
    response.headers.emplace_back("ETag", test_tag(now));
    co_return response;
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

}  // namespace

std::vector<route> test_routes(test_routes_parts parts) {
    const auto with = handlers_over(std::move(parts));
    constexpr auto access = route_access::signed_in;
    constexpr auto small = route_body::small;
    return {
        {verb::get, "/tests", access, small, "One's tests, newest first", with(list)},
        {verb::get, "/tests/{id}", access, small, "A test with its questions", with(detail)},
        {verb::patch, "/tests/{id}", access, small, "Rename a test", with(rename)},
        {verb::delete_, "/tests/{id}", access, small, "Delete a test", with(remove)},
        {verb::get, "/tests/{id}/status", access, small, "How far a test is", with(status)},
        {verb::post, "/tests/{id}/cancel", access, small, "End a test with what it has", with(cancel)},
    };
}

}  // namespace examwright
