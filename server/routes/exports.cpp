#include "server/routes/exports.hpp"

#include <utility>

#include "core/exports/html.hpp"
#include "db/generated_test_store.hpp"
#include "server/api/export_formats.hpp"
#include "server/http/attachment.hpp"
#include "server/http/handlers.hpp"
#include "server/routes/owned_test.hpp"
#include "server/runtime/run_on.hpp"

namespace examwright {

namespace asio = boost::asio;
using boost::beast::http::verb;
using answer = asio::awaitable<http_response>;

namespace {

result<exported_test> load(SQLite::Database& db, const owned_test& at) {
    const auto test = find_ended_test(db, at);
    if (!test)
        return test.error();
    auto questions = generated_test_store(db).questions(test->id);
    if (questions.empty())
        return conflict("The test has no questions; there is nothing to export.");
    return exported(*test, std::move(questions));
}

http_response file(const export_format& format, const exported_test& test) {
    http_response response;
    response.content_type = format.media_type;
    response.body = format.write(test);
    response.headers.emplace_back("Content-Disposition", attachment(test.title, format.file_ending));
    if (format.media_type.starts_with("text/html"))
        response.headers.emplace_back("Content-Security-Policy", html_export_policy);
    return response;
}

answer export_as(export_routes_parts& parts, http_request& request, std::string_view name) {
    auto read = [at = address_of(request)](SQLite::Database& db) { return load(db, at); };
    auto test = co_await parts.database.run(std::move(read));
    if (!test)
        co_return problem_response(test.error());
    const auto format = find_export_format(name);
    if (!format)
        co_return problem_response(invalid("format must be one of " + export_format_names()));
    auto write = [format = *format, test = std::move(*test)]() mutable {
        return file(format, normalized_for_export(std::move(test)));
    };
    co_return co_await run_on(parts.workers, std::move(write));
}

answer export_chosen(export_routes_parts& parts, http_request& request) {
    return export_as(parts, request, request.query_value("format").value_or(""));
}

/// As the old service had it.
answer export_docx(export_routes_parts& parts, http_request& request) {
    return export_as(parts, request, "docx");
}

}  // namespace

std::vector<route> export_routes(export_routes_parts parts) {
    const auto with = handlers_over(parts);
    return {
        {verb::get, "/tests/{id}/export", route_access::signed_in, route_body::small,
         "A test as a file in the format that the query names", with(export_chosen)},
        {verb::post, "/tests/{id}/export", route_access::signed_in, route_body::small,
         "A test as a Word document", with(export_docx)},
    };
}

}  // namespace examwright
