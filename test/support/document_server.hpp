#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_future.hpp>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "server/documents/extraction_queue.hpp"
#include "server/documents/upload_file.hpp"
#include "server/extract/process_extractor.hpp"
#include "server/http/http_server.hpp"
#include "server/routes/documents.hpp"
#include "server/runtime/database_thread.hpp"
#include "test/support/database_fixture.hpp"

namespace examwright::test {

/// A server of nothing but /documents, with all its real parts, on a thread of its own.
class document_server {
  public:
    explicit document_server(const database_fixture& data)
        : folder_(data.folder.path()),
          database_(data.file),
          extractor_(probe_sandbox(EXAMWRIGHT_EXTRACT_BINARY), {}, log_),
          intake_({context_.get_executor(), database_, extractor_, folder_, clock, log_}) {
        prepare_upload_folder(folder_ / "uploads");
        http_limits limits;
        limits.upload_bytes = 5'000'000;
        document_routes_parts parts{database_, workers_, intake_, folder_, clock, on_delete()};
        auto authenticate = [this](std::string_view hash) -> std::optional<user_record> {
            const auto found = users.find(hash);
            return found == users.end() ? std::nullopt : std::optional(found->second);
        };
        server_.emplace(context_.get_executor(), router(document_routes(std::move(parts))), authenticate,
                        log_, limits);
        port = server_->listen({boost::asio::ip::address_v4::loopback(), 0}).port();
    }

    void run() {
        thread_ = std::thread([this] { context_.run(); });
    }

    void resume() { on_loop(intake_.resume()); }

    ~document_server() {
        on_loop(server_->stop(std::chrono::seconds(1)));
        on_loop(intake_.stop());
        work_.reset();
        thread_.join();
        workers_.join();
    }

    std::map<std::string, user_record, std::less<>> users;  // by their tokens' hashes
    std::vector<std::string> deleted;
    std::uint16_t port = 0;

  private:
    static timestamp clock() {
        return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
    }
    std::function<void(const std::string&)> on_delete() {
        return [this](const std::string& id) { deleted.push_back(id); };
    }
    void on_loop(boost::asio::awaitable<void> work) {
        boost::asio::co_spawn(context_, std::move(work), boost::asio::use_future).get();
    }

    boost::asio::io_context context_{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_ =
        boost::asio::make_work_guard(context_);
    logger log_{log_level::error};
    std::filesystem::path folder_;
    database_thread database_;
    boost::asio::thread_pool workers_{1};
    process_extractor extractor_;
    extraction_queue intake_;
    std::optional<http_server> server_;
    std::thread thread_;
};

}  // namespace examwright::test
