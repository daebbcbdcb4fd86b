#include "server/routes/imports.hpp"

#include <boost/json/array.hpp>
#include <utility>

#include "core/exports/zip_archive.hpp"
#include "core/http/multipart.hpp"
#include "core/imports/archive_reader.hpp"
#include "core/imports/file_text.hpp"
#include "db/generated_test_store.hpp"
#include "server/api/generated_test_json.hpp"
#include "server/api/import_form.hpp"
#include "server/api/question_set_input.hpp"
#include "server/documents/document_quota.hpp"
#include "server/extract/memory_file.hpp"
#include "server/http/handlers.hpp"
#include "server/http/read_body.hpp"
#include "server/runtime/run_on.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace json = boost::json;
using boost::beast::http::verb;
using answer = asio::awaitable<http_response>;

namespace {

// Far more than 500 questions need that people write, in any format.
constexpr std::size_t most_bytes = 16'000'000;

const problem too_long{problem_kind::too_large, "The file is larger than " +
                                                    std::to_string(most_bytes / 1'000'000) +
                                                    " MB; no test that can be imported is as long."};

constexpr const char* made_elsewhere = "imported";  // in the place of the model and the prompt's version

generated_test_record new_test(const http_request& request, std::string title, timestamp now) {
    generated_test_record test;
    test.user_id = request.user->id;
    test.title = title.empty() ? "Imported test" : std::move(title);
    test.model = test.prompt_version = made_elsewhere;
    test.created_at = now;
    return test;
}

std::vector<question_record> records_of(std::vector<question> questions) {
    std::vector<question_record> records(questions.size());
    for (std::size_t i = 0; i < records.size(); ++i)
        records[i].content = std::move(questions[i]);
    return records;
}

json::array left_out_json(const std::vector<left_out_question>& parts) {
    json::array list;
    for (const auto& part : parts) {
        json::object item{{"line", nullptr}, {"name", part.name}, {"reason", part.reason}};
        if (part.line)
            item["line"] = *part.line;
        list.push_back(std::move(item));
    }
    return list;
}

/// The body as a file, whether it came in a form or in JSON.
result<import_file> read_body(std::string_view content_type, std::string body) {
    if (const auto boundary = multipart_boundary(content_type)) {
        auto file = read_import_form(*boundary, body);
        return file ? with_decoded_text(std::move(*file)) : std::move(file);
    }
    return import_file{import_format::json, "", std::move(body)};
}

/// Archives are opened in a process of their own, under its limits. Returns the text of their parts.
asio::awaitable<result<std::string>> open_archive(import_routes_parts& parts, const http_request& request,
                                                  std::string_view bytes) {
    const memory_file archive(bytes);
    extraction_request wanted;
    wanted.file = archive.path();
    wanted.source_type = "archive";
    wanted.user_id = request.user->id;
    auto found = co_await parts.extractor.extract(std::move(wanted));
    if (!found)
        co_return found.error();
    co_return std::move(found->text);
}

asio::awaitable<result<question_set>> read_packed(import_routes_parts& parts, const http_request& request,
                                                  const import_file& file) {
    auto text = co_await open_archive(parts, request, file.content);
    if (!text)
        co_return text.error();
    auto read = [text = std::move(*text)] { return read_archive(text); };
    auto set = co_await run_on(parts.workers, std::move(read));
    if (set && !file.title.empty())
        set->title = file.title;
    co_return set;
}

/// Text in an older encoding is read by the same process, which guesses the encoding of an archive's parts
/// and leaves them otherwise as they are.
asio::awaitable<result<std::string>> guess_encoding(import_routes_parts& parts, const http_request& request,
                                                    const std::string& bytes) {
    auto pack = [&bytes] { return zip_archive({{"text.xml", bytes}}); };
    const auto packed = co_await run_on(parts.workers, std::move(pack));
    auto text = co_await open_archive(parts, request, packed);
    if (!text)
        co_return text.error();
    if (has_replaced_bytes(*text))
        co_return undecodable_text();
    text->erase(0, text->find('\n') + 1);  // the part's name
    co_return std::move(*text);
}

asio::awaitable<result<question_set>> read_questions(import_routes_parts& parts, http_request& request) {
    auto body = co_await read_whole(*request.upload, most_bytes, too_long);
    if (!body)
        co_return body.error();
    const auto content_type = request.headers["Content-Type"];
    auto parse = [type = std::string(content_type.data(), content_type.size()),
                  text = std::move(*body)]() mutable { return read_body(type, std::move(text)); };
    auto file = co_await run_on(parts.workers, std::move(parse));
    if (!file)
        co_return file.error();
    if (is_archive(file->content))
        co_return co_await read_packed(parts, request, *file);
    if (file->has_unknown_encoding) {
        auto text = co_await guess_encoding(parts, request, file->content);
        if (!text)
            co_return text.error();
        file->content = std::move(*text);
    }
    auto read = [file = std::move(*file)] { return read_question_file(file); };
    co_return co_await run_on(parts.workers, std::move(read));
}

answer import_test(import_routes_parts& parts, http_request& request) {
    auto set = co_await read_questions(parts, request);
    if (!set)
        co_return problem_response(set.error());
    auto insert = [test = new_test(request, std::move(set->title), parts.now()),
                   questions = records_of(std::move(set->questions)), page_name = std::move(set->page_name),
                   quota = parts.quota](SQLite::Database& db) -> result<generated_test_record> {
        if (const auto room = quota_of(db, quota, test.user_id); !room)
            return room.error();
        return generated_test_store(db).import(test, questions, page_name);
    };
    const auto test = co_await parts.database.run(std::move(insert));
    if (!test)
        co_return problem_response(test.error());
    auto shown = test_json(*test, false);
    shown["left_out"] = left_out_json(set->left_out);
    co_return json_response(201, shown);
}

}  // namespace

std::vector<route> import_routes(import_routes_parts parts) {
    const auto with = handlers_over(std::move(parts));
    return {
        {verb::post, "/tests/import", route_access::signed_in, route_body::upload,
         "Make a test of a file of questions", with(import_test)},
    };
}

}  // namespace examwright
