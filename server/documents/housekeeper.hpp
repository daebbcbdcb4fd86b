#pragma once

#include <SQLiteCpp/Database.h>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <cstddef>
#include <filesystem>
#include <functional>

#include "core/timestamp.hpp"
#include "db/retention.hpp"
#include "server/runtime/database_thread.hpp"
#include "server/runtime/log.hpp"

namespace examwright {

/// Removes the files of the folder "uploads" that no document names, and returns their number: a crash left
/// them between the file and its row. Only before the first upload, whose file comes before its row.
std::size_t sweep_uploads(SQLite::Database& database, const std::filesystem::path& data_folder);

/// Applies the retention limits at the start and once a day. On the I/O thread.
class housekeeper {
  public:
    struct services {
        boost::asio::any_io_executor executor;
        database_thread& database;
        boost::asio::thread_pool& workers;  // for the disk
        std::filesystem::path data_folder;
        retention_limits limits;
        std::function<timestamp()> now;
        logger& log;
    };
    explicit housekeeper(services services);

    void start();
    /// Returns when nothing of it is left on the executor.
    boost::asio::awaitable<void> stop();
    /// What start() repeats: one round.
    boost::asio::awaitable<void> tidy();

  private:
    boost::asio::awaitable<void> run();

    services services_;
    boost::asio::steady_timer pause_;
    boost::asio::steady_timer ended_;
    bool running_ = false;
    bool stopping_ = false;
};

}  // namespace examwright
