#include "server/routes/exports.hpp"

#include <boost/algorithm/string/join.hpp>
#include <boost/json/object.hpp>
#include <utility>

#include "core/exports/html.hpp"
#include "db/document_store.hpp"
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
    return exported(*test, std::move(questions), document_store(db).page_name(test->document_id));
}

/// What is left of a test in a format, and what the format can't tell.
struct fitting_test {
    exported_test test;
    std::vector<std::string> unfit_numbers;  // "3"
    std::string unfit_reasons;               // "Question 3 has 5 options; Kahoot takes 4. "
};

fitting_test fit(const export_format& format, exported_test whole) {
    fitting_test fitting{{whole.id, whole.title, {}, {}, whole.updated_at, whole.page_name}, {}, ""};
    for (std::size_t i = 0; i < whole.questions.size(); ++i) {
        const auto number = std::to_string(i + 1);
        if (const auto why = format.obstacle(whole.questions[i])) {
            fitting.unfit_numbers.push_back(number);
            fitting.unfit_reasons += "Question " + number + " " + *why + ". ";
            continue;
        }
        fitting.test.questions.push_back(std::move(whole.questions[i]));
        fitting.test.ids.push_back(std::move(whole.ids[i]));
    }
    return fitting;
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

/// Refuses a test that does not fit the format as a whole, unless the caller wants the rest of it.
http_response file_of_what_fits(const export_format& format, exported_test whole, bool leave_out) {
    const auto fitting = fit(format, normalized_for_export(std::move(whole)));
    if (fitting.unfit_numbers.empty())
        return file(format, fitting.test);
    if (fitting.test.questions.empty())
        return problem_response(conflict(fitting.unfit_reasons + "Choose another format."));
    if (!leave_out)
        return problem_response(conflict(fitting.unfit_reasons +
                                         "Change them, or export the other questions with leave_out=true."));
    auto response = file(format, fitting.test);
    response.headers.emplace_back("Examwright-Left-Out", boost::algorithm::join(fitting.unfit_numbers, ", "));
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
    const auto wish = request.query_value("leave_out").value_or("false");
    if (wish != "true" && wish != "false")
        co_return problem_response(invalid("leave_out must be true or false"));
    auto write = [format = *format, test = std::move(*test), leave_out = wish == "true"]() mutable {
        return file_of_what_fits(format, std::move(test), leave_out);
    };
    co_return co_await run_on(parts.workers, std::move(write));
}

answer export_chosen(export_routes_parts& parts, http_request& request) {
    return export_as(parts, request, request.query_value("format").value_or(""));
}

answer list_formats(export_routes_parts&, http_request&) {
    co_return json_response(200, boost::json::object{{"items", export_formats_json()}});
}

/// As the old service had it.
answer export_docx(export_routes_parts& parts, http_request& request) {
    return export_as(parts, request, "docx");
}

}  // namespace

std::vector<route> export_routes(export_routes_parts parts) {
    const auto with = handlers_over(parts);
    return {
        {verb::get, "/exports", route_access::signed_in, route_body::small,
         "The formats of an export, where each goes, and its limits", with(list_formats)},
        {verb::get, "/tests/{id}/export", route_access::signed_in, route_body::small,
         "A test as a file in the format that the query names", with(export_chosen)},
        {verb::post, "/tests/{id}/export", route_access::signed_in, route_body::small,
         "A test as a Word document", with(export_docx)},
    };
}

}  // namespace examwright
