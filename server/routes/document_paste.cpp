#include "server/routes/document_paste.hpp"

#include <memory>
#include <utility>

#include "core/document/document_text.hpp"
#include "core/text/clean_name.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"
#include "db/database.hpp"
#include "db/document_store.hpp"
#include "server/api/document_json.hpp"
#include "server/documents/document_quota.hpp"
#include "server/documents/upload_file.hpp"
#include "server/http/json_body.hpp"
#include "server/http/read_body.hpp"
#include "server/routes/document_upload.hpp"
#include "server/runtime/run_on.hpp"

namespace examwright {

namespace asio = boost::asio;

namespace {

// An emoji written as two escapes of six bytes.
constexpr std::size_t most_bytes_per_character = 12;
constexpr std::size_t room_for_the_rest = 64 * 1024;

problem text_too_long(std::int64_t most) {
    return {problem_kind::too_large,
            "text is longer than " + std::to_string(most) +
                " characters, the most that a document may have. Make several of it."};
}

struct pasted_text {
    std::string title;
    std::string text;
};

result<pasted_text> read_pasted(const std::string& json, std::int64_t most_characters) {
    const auto body = json_body::parse(json);
    if (!body)
        return body.error();
    const auto title = body->optional_text("title");
    if (!title)
        return title.error();
    auto text = body->text("text");
    if (!text)
        return text.error();
    if (auto unknown = body->unknown_field())
        return std::move(*unknown);
    std::erase(*text, '\0');  // by which the reader would take it for UTF-16, or for no text
    if (trimmed(*text).empty())
        return invalid("text is empty");
    if (count_characters(*text) > static_cast<std::size_t>(most_characters))
        return text_too_long(most_characters);
    auto shown = display_text(title->value_or(""));
    return pasted_text{shown.empty() ? "Pasted text" : std::move(shown), std::move(*text)};
}

document_record new_record(const http_request& request, std::string id, const pasted_text& pasted,
                           timestamp now) {
    document_record document;
    document.id = std::move(id);
    document.user_id = request.user->id;
    document.source_type = "pasted_text";
    document.file_path = upload_path(document.id);
    document.file_size_bytes = static_cast<std::int64_t>(pasted.text.size());
    document.title = pasted.title;
    document.status = "processing";
    document.created_at = document.updated_at = now;
    return document;
}

}  // namespace

asio::awaitable<http_response> paste_document(document_routes_parts& parts, http_request& request) {
    const auto room = co_await remaining_quota(parts.database, parts.quota, request.user->id);
    if (!room)
        co_return problem_response(room.error());
    const auto most =
        static_cast<std::size_t>(parts.max_characters) * most_bytes_per_character + room_for_the_rest;
    const auto refusal = text_too_long(parts.max_characters);
    auto body = co_await read_whole(*request.upload, most, refusal);
    if (!body)
        co_return problem_response(body.error());
    // Megabytes of JSON are no work for the I/O thread.
    auto parse = [json = std::move(*body), most = parts.max_characters] { return read_pasted(json, most); };
    const auto pasted = co_await run_on(parts.workers, std::move(parse));
    if (!pasted)
        co_return problem_response(pasted.error());
    if (*room && static_cast<std::int64_t>(pasted->text.size()) > **room)
        co_return problem_response(quota_exceeded(parts.quota));
    auto document = new_record(request, new_id(), *pasted, parts.now());
    auto write = [folder = parts.data_folder / "uploads", id = document.id, text = pasted->text] {
        auto file = std::make_shared<upload_file>(folder, id);
        file->append(text);
        file->finish();
        return file;
    };
    auto file = co_await run_on(parts.workers, std::move(write));
    auto taken = accept_document(parts, std::move(file), std::move(document));
    co_return co_await std::move(taken);
}

}  // namespace examwright
