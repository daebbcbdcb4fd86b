#pragma once

#include <SQLiteCpp/Database.h>

#include <boost/asio/thread_pool.hpp>
#include <filesystem>

#include "db/database.hpp"
#include "server/runtime/run_on.hpp"

namespace examwright {

/// The database thread and its writer connection. Every write and every longer read goes through run(), in
/// the order of the calls.
class database_thread {
  public:
    explicit database_thread(const std::filesystem::path& file) : database_(open_writer(file)), thread_(1) {}
    ~database_thread() { thread_.join(); }

    /// co_await database.run([...](SQLite::Database& db) { return document_store(db).find(id, user); })
    template <class Function>
    auto run(Function function) {
        auto on_thread = [this, f = std::move(function)]() mutable { return f(database_); };
        return run_on(thread_, std::move(on_thread));
    }

  private:
    SQLite::Database database_;
    boost::asio::thread_pool thread_;
};

}  // namespace examwright
