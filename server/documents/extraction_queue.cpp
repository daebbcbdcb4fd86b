#include "server/documents/extraction_queue.hpp"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cassert>
#include <chrono>
#include <exception>
#include <stdexcept>
#include <utility>

#include "db/database.hpp"
#include "db/document_store.hpp"

namespace examwright {

namespace asio = boost::asio;

namespace {

constexpr auto store_again_after = std::chrono::seconds(5);

void store_text(SQLite::Database& database, const std::string& id, const extraction_report& found,
                timestamp now) {
    document_store(database).set_ready(id, content_of(found), now);
}

void drop_file(SQLite::Database& database, const std::string& id, const std::filesystem::path& file) {
    std::error_code missing_already;
    std::filesystem::remove(file, missing_already);
    document_store(database).forget_file(id);
}

}  // namespace

extraction_queue::extraction_queue(parts given)
    : parts_(std::move(given)), all_ended_(parts_.executor, asio::steady_timer::time_point::max()) {}

extraction_queue::~extraction_queue() {
    assert(running_.empty());
}

void extraction_queue::start(const document_record& document) {
    if (stopping_ || running_.contains(document.id))
        return;
    auto signal = std::make_unique<asio::cancellation_signal>();
    const auto slot = signal->slot();
    running_.emplace(document.id, std::move(signal));
    auto on_end = [this, id = document.id](std::exception_ptr error) { ended(id, error); };
    asio::co_spawn(parts_.executor, take_in(document), asio::bind_cancellation_slot(slot, std::move(on_end)));
}

asio::awaitable<void> extraction_queue::resume() {
    stopping_ = false;
    auto find = [](SQLite::Database& database) { return document_store(database).unfinished(); };
    const auto documents = co_await parts_.database.run(std::move(find));
    for (const auto& document : documents)
        start(document);
}

void extraction_queue::cancel(std::string_view id) {
    if (const auto found = running_.find(id); found != running_.end())
        found->second->emit(asio::cancellation_type::terminal);
}

asio::awaitable<void> extraction_queue::stop() {
    stopping_ = true;
    for (const auto& [id, signal] : running_)
        signal->emit(asio::cancellation_type::terminal);
    while (!running_.empty() || !storing_progress_.empty()) {
        boost::system::error_code woken;
        auto token = asio::redirect_error(asio::use_awaitable, woken);
        co_await all_ended_.async_wait(token);
    }
}

void extraction_queue::ended(const std::string& id, std::exception_ptr error) {
    running_.erase(id);
    wake_stop();
    try {
        if (error)
            std::rethrow_exception(error);
    } catch (const boost::system::system_error& e) {
        if (e.code() != asio::error::operation_aborted)
            parts_.log.error("document left processing", {{"document", id}, {"error", e.what()}});
    } catch (const std::exception& e) {
        parts_.log.error("document left processing", {{"document", id}, {"error", e.what()}});
    }
}

asio::awaitable<void> extraction_queue::take_in(document_record document) {
    auto outcome = co_await read(document);
    parts_.log.info("document read", {{"document", document.id}, {"ready", outcome.has_value()}});
    for (;;) {
        std::string error;
        bool passing = false;
        try {
            co_await store(document, outcome);
            co_return;
        } catch (const SQLite::Exception& e) {
            error = e.what();
            passing = may_pass(e);  // a full disk: what was read is kept until there is room
        }
        parts_.log.error("document not stored", {{"document", document.id}, {"error", error}});
        if (!passing && outcome.has_error())
            throw std::runtime_error(error);
        if (!passing) {
            outcome = problem{problem_kind::unavailable, "The server could not store the text (" + error +
                                                             "). Tell the server's owner."};
            continue;
        }
        asio::steady_timer pause(parts_.executor, store_again_after);
        co_await pause.async_wait(asio::use_awaitable);
    }
}

asio::awaitable<result<extraction_report>> extraction_queue::read(const document_record& document) {
    std::error_code unknown;
    if (document.file_path && !std::filesystem::exists(parts_.data_folder / *document.file_path, unknown))
        co_return problem{problem_kind::unavailable,
                          "The uploaded file is gone: the server was restored from a copy without it. Upload "
                          "it again."};
    std::string error;
    try {
        extraction_request request;
        request.file = parts_.data_folder / document.file_path.value_or("");
        request.source_type = document.source_type == "pasted_text" ? "text" : document.source_type;
        request.pages = document.pages;
        request.user_id = document.user_id;
        request.on_progress = [this, id = document.id](int done, int total) {
            store_progress(id, done, total);
        };
        co_return co_await parts_.extractor.extract(std::move(request));
    } catch (const std::exception& e) {
        error = e.what();
    }
    const auto state = co_await asio::this_coro::cancellation_state;
    if (state.cancelled() != asio::cancellation_type::none)
        throw boost::system::system_error(asio::error::operation_aborted);
    parts_.log.error("document not read", {{"document", document.id}, {"error", error}});
    co_return problem{problem_kind::unavailable,
                      "The server could not read the uploaded file. Upload it again; if that fails too, tell "
                      "the server's owner."};
}

/// One write of each document at a time: what comes meanwhile is left to the next.
void extraction_queue::store_progress(const std::string& id, int pages_done, int pages_total) {
    if (!storing_progress_.insert(id).second)
        return;
    auto write = [id, pages_done, pages_total, now = parts_.now()](SQLite::Database& database) {
        document_store(database).set_progress(id, pages_done, pages_total, now);
    };
    auto on_end = [this, id](std::exception_ptr error) {
        storing_progress_.erase(id);
        wake_stop();
        if (error)
            parts_.log.warning("progress not stored", {{"document", id}});
    };
    asio::co_spawn(parts_.executor, parts_.database.run(std::move(write)), std::move(on_end));
}

void extraction_queue::wake_stop() {
    if (running_.empty() && storing_progress_.empty())
        all_ended_.cancel();
}

asio::awaitable<void> extraction_queue::store(const document_record& document,
                                              const result<extraction_report>& outcome) {
    std::optional<std::filesystem::path> file;
    if (!parts_.keep_uploads && document.file_path)
        file = parts_.data_folder / *document.file_path;
    auto write = [id = document.id, outcome, file, now = parts_.now()](SQLite::Database& database) {
        if (outcome)
            store_text(database, id, *outcome, now);
        else
            document_store(database).set_failed(id, outcome.error().detail, now);
        if (file)
            drop_file(database, id, *file);
    };
    co_await parts_.database.run(std::move(write));
}

}  // namespace examwright
