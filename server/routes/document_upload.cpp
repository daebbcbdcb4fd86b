#include "server/routes/document_upload.hpp"

#include <SQLiteCpp/Database.h>

#include <boost/asio/post.hpp>
#include <filesystem>
#include <memory>
#include <utility>

#include "db/database.hpp"
#include "db/document_store.hpp"
#include "server/api/document_json.hpp"
#include "server/documents/document_quota.hpp"
#include "server/documents/upload_file.hpp"
#include "server/documents/upload_form.hpp"
#include "server/runtime/run_on.hpp"

namespace examwright {

namespace asio = boost::asio;

namespace {

/// Shared with the worker threads, which may still be at it when the request is given up.
using shared_file = std::shared_ptr<upload_file>;

/// Its end, which may have megabytes to unlink, is a worker's work too: a client that breaks off ends it
/// here.
shared_file create_file(asio::thread_pool& workers, const std::filesystem::path& folder,
                        const std::string& id) {
    auto end_on_worker = [&workers](upload_file* file) {
        auto end = [owned = std::unique_ptr<upload_file>(file)] {};
        asio::post(workers, std::move(end));
    };
    return {new upload_file(folder, id), std::move(end_on_worker)};
}

asio::awaitable<result<upload_form::fields>> receive(document_routes_parts& parts, body_source& body,
                                                     std::string boundary, shared_file file,
                                                     std::optional<std::int64_t> room) {
    upload_form form(boundary);
    std::int64_t size = 0;
    for (;;) {
        const auto piece = co_await body.read_some();
        if (!piece)
            co_return piece.error();
        if (piece->empty())
            co_return form.finish();
        const auto fed = form.feed(*piece);
        if (!fed)
            co_return fed.error();
        std::string bytes = form.take_bytes();
        if (bytes.empty())
            continue;
        size += static_cast<std::int64_t>(bytes.size());
        if (room && size > *room)
            co_return quota_exceeded(parts.quota);
        auto append = [file, bytes = std::move(bytes)] { file->append(bytes); };
        co_await run_on(parts.workers, std::move(append));
    }
}

document_record new_record(const http_request& request, std::string id, const upload_form::fields& form,
                           timestamp now) {
    document_record document;
    document.id = std::move(id);
    document.user_id = request.user->id;
    document.source_type = name_of(form.type);
    document.filename = form.filename;
    document.file_path = upload_path(document.id);
    document.file_size_bytes = form.size;
    document.title = form.title;
    document.status = "processing";
    document.target_questions = form.target_questions;
    document.pages = form.pages;
    document.created_at = document.updated_at = now;
    return document;
}

/// Inserts the document whose file is on the disk, so that one without its file is never seen; where that
/// fails, or others have taken the room meanwhile, the file goes.
result<void> keep_document(SQLite::Database& database, upload_file& file, const document_record& document,
                           const document_quota& quota) {
    try {
        const auto room = quota_of(database, quota, document.user_id);
        const bool fits = room && (!*room || document.file_size_bytes <= *room);
        if (fits)
            document_store(database).insert(document);
        else
            file.discard();
        return fits ? result<void>() : room ? quota_exceeded(quota) : room.error();
    } catch (...) {
        file.discard();
        throw;
    }
}

}  // namespace

asio::awaitable<http_response> accept_document(document_routes_parts& parts,
                                               std::shared_ptr<upload_file> file, document_record document) {
    auto insert = [file, document, quota = parts.quota](SQLite::Database& database) {
        return keep_document(database, *file, document, quota);
    };
    const auto kept = co_await parts.database.run(std::move(insert));
    if (!kept)
        co_return problem_response(kept.error());
    parts.intake.start(document);
    co_return json_response(201, document_json(document));
}

std::string upload_path(const std::string& document_id) {
    return "uploads/" + document_id;
}

asio::awaitable<http_response> upload_document(document_routes_parts& parts, http_request& request) {
    const auto content_type = request.headers["Content-Type"];
    const auto boundary = multipart_boundary({content_type.data(), content_type.size()});
    if (!boundary)
        co_return problem_response(
            invalid("Send the file as the field \"file\" of a form, Content-Type multipart/form-data."));
    const auto room = co_await remaining_quota(parts.database, parts.quota, request.user->id);
    if (!room)
        co_return problem_response(room.error());
    const std::string id = new_id();
    auto create = [&workers = parts.workers, folder = parts.data_folder / "uploads", id] {
        return create_file(workers, folder, id);
    };
    auto file = co_await run_on(parts.workers, std::move(create));
    const auto form = co_await receive(parts, *request.upload, *boundary, file, *room);
    if (!form) {
        auto discard = [file] { file->discard(); };  // before the answer, not some time after it
        co_await run_on(parts.workers, std::move(discard));
        co_return problem_response(form.error());
    }
    auto finish = [file] { file->finish(); };
    co_await run_on(parts.workers, std::move(finish));
    auto taken = accept_document(parts, std::move(file), new_record(request, id, *form, parts.now()));
    co_return co_await std::move(taken);
}

}  // namespace examwright
