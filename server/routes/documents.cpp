#include "server/routes/documents.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <charconv>
#include <optional>
#include <system_error>
#include <utility>

#include "core/document/document_text.hpp"
#include "db/document_store.hpp"
#include "server/api/document_json.hpp"
#include "server/http/handlers.hpp"
#include "server/http/paging.hpp"
#include "server/routes/document_paste.hpp"
#include "server/routes/document_upload.hpp"
#include "server/runtime/run_on.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace json = boost::json;
using boost::beast::http::verb;
using answer = asio::awaitable<http_response>;

namespace {

http_response no_such_document() {
    return problem_response(not_found("There is no such document."));
}

asio::awaitable<std::optional<document_record>> find_document(document_routes_parts& parts,
                                                              const http_request& request) {
    auto find = [id = request.path_values.front(), user = request.user->id](SQLite::Database& database) {
        return document_store(database).find(id, user);
    };
    co_return co_await parts.database.run(std::move(find));
}

answer list_documents(document_routes_parts& parts, http_request& request) {
    const auto page = read_page(request);
    if (!page)
        co_return problem_response(page.error());
    auto read = [user = request.user->id, page = *page](SQLite::Database& database) {
        return document_store(database).list(user, page);
    };
    const auto found = co_await parts.database.run(std::move(read));
    json::array items;
    for (const auto& document : found.items)
        items.push_back(document_json(document));
    co_return json_response(200, json::object{{"items", std::move(items)}, {"total", found.total}});
}

answer show_document(document_routes_parts& parts, http_request& request) {
    const auto document = co_await find_document(parts, request);
    if (!document)
        co_return no_such_document();
    auto read = [id = document->id](SQLite::Database& database) { return document_store(database).text(id); };
    const auto text = co_await parts.database.run(std::move(read));
    auto shown = document_json(*document);
    if (text && !text->empty())
        shown["extracted_text"] = *text;
    else
        shown["extracted_text"] = nullptr;
    co_return json_response(200, shown);
}

answer show_extract(document_routes_parts& parts, http_request& request) {
    const auto document = co_await find_document(parts, request);
    if (!document)
        co_return no_such_document();
    const auto whole = document_json(*document);
    json::object shown;
    for (const char* field :
         {"id", "status", "failure_reason", "pages_done", "pages_total", "character_count", "word_count",
          "page_count", "page_name", "used_ocr_pages", "ocr_pages", "unread_pages"})
        shown[field] = whole.at(field);
    co_return json_response(200, shown);
}

/// 0 for what is no number of a page.
int page_number(std::string_view text) {
    int number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    return parsed.ec == std::errc() && parsed.ptr == text.data() + text.size() ? number : 0;
}

answer show_page(document_routes_parts& parts, http_request& request) {
    const auto document = co_await find_document(parts, request);
    if (!document)
        co_return no_such_document();
    auto read = [id = document->id, number = page_number(request.path_values[1])](
                    SQLite::Database& database) -> result<json::object> {
        const document_text text(document_store(database).text(id).value_or(""));
        if (text.text().empty() || number < 1 || number > text.page_count())
            return not_found("The document has no such page.");
        return json::object{{"page", number},
                            {"page_count", text.page_count()},
                            {"text", text.only({{number, number}}).text()}};
    };
    const auto page = co_await parts.database.run(std::move(read));
    co_return page ? json_response(200, *page) : problem_response(page.error());
}

answer delete_document(document_routes_parts& parts, http_request& request) {
    const auto document = co_await find_document(parts, request);
    if (!document)
        co_return no_such_document();
    auto remove = [id = document->id, user = document->user_id, now = parts.now()](
                      SQLite::Database& database) { return document_store(database).remove(id, user, now); };
    const bool removed = co_await parts.database.run(std::move(remove));
    if (!removed)
        co_return no_such_document();
    // Its work ends only now: where the row can't be removed, nothing has changed.
    parts.intake.cancel(document->id);
    if (parts.on_delete)
        parts.on_delete(document->id);
    // A document taken over from the old service names a file that isn't ours to remove.
    if (document->file_path == upload_path(document->id)) {
        auto unlink = [path = parts.data_folder / *document->file_path] {
            std::error_code missing_already;
            std::filesystem::remove(path, missing_already);
        };
        co_await run_on(parts.workers, std::move(unlink));
    }
    co_return no_content();
}

}  // namespace

std::vector<route> document_routes(document_routes_parts parts) {
    const auto with = handlers_over(std::move(parts));
    constexpr auto mine = route_access::signed_in;
    constexpr auto small = route_body::small;
    return {
        {verb::post, "/documents/upload", mine, route_body::upload,
         "Upload a document of any of the known formats", with(upload_document)},
        {verb::post, "/documents", mine, route_body::upload, "Make a document of pasted text",
         with(paste_document)},
        {verb::get, "/documents", mine, small, "List one's documents, newest first", with(list_documents)},
        {verb::get, "/documents/{id}", mine, small, "A document with its text", with(show_document)},
        {verb::get, "/documents/{id}/extract", mine, small, "How much text was found", with(show_extract)},
        {verb::get, "/documents/{id}/pages/{n}", mine, small, "The text of a page", with(show_page)},
        {verb::delete_, "/documents/{id}", mine, small, "Remove a document and its file; its tests stay",
         with(delete_document)},
    };
}

}  // namespace examwright
