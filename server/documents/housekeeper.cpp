#include "server/documents/housekeeper.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <exception>
#include <set>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "db/document_store.hpp"
#include "server/runtime/run_on.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace fs = std::filesystem;

namespace {

constexpr auto round_time = std::chrono::hours(24);

void remove_files(const fs::path& data_folder, const std::vector<std::string>& files) {
    for (const auto& file : files) {
        std::error_code missing_already;
        fs::remove(data_folder / file, missing_already);
    }
}

}  // namespace

std::size_t sweep_uploads(SQLite::Database& database, const fs::path& data_folder) {
    const auto paths = document_store(database).file_paths();
    const std::set<std::string> named(paths.begin(), paths.end());
    std::vector<std::string> strays;
    for (const auto& entry : fs::directory_iterator(data_folder / "uploads")) {
        const auto path = "uploads/" + entry.path().filename().string();
        if (entry.is_regular_file() && !named.contains(path))
            strays.push_back(path);
    }
    remove_files(data_folder, strays);
    return strays.size();
}

housekeeper::housekeeper(services given)
    : services_(std::move(given)),
      pause_(services_.executor),
      ended_(services_.executor, asio::steady_timer::time_point::max()) {}

void housekeeper::start() {
    running_ = true;
    auto on_end = [this](std::exception_ptr) {
        running_ = false;
        ended_.cancel();
    };
    asio::co_spawn(services_.executor, run(), std::move(on_end));
}

asio::awaitable<void> housekeeper::run() {
    while (!stopping_) {
        std::string failure;
        try {
            co_await tidy();
        } catch (const std::exception& e) {  // a full disk, say: again in a day
            failure = e.what();
        }
        if (!failure.empty())
            services_.log.warning("what is too old was not removed", {{"error", failure}});
        if (stopping_)
            co_return;
        pause_.expires_after(round_time);
        boost::system::error_code woken;
        auto token = asio::redirect_error(asio::use_awaitable, woken);
        co_await pause_.async_wait(token);
    }
}

asio::awaitable<void> housekeeper::tidy() {
    auto apply = [limits = services_.limits, now = services_.now()](SQLite::Database& db) {
        return apply_retention(db, limits, now);
    };
    auto files = co_await services_.database.run(std::move(apply));
    auto unlink = [folder = services_.data_folder, files = std::move(files)] { remove_files(folder, files); };
    co_await run_on(services_.workers, std::move(unlink));
}

asio::awaitable<void> housekeeper::stop() {
    stopping_ = true;
    pause_.cancel();
    boost::system::error_code woken;
    auto token = asio::redirect_error(asio::use_awaitable, woken);
    while (running_)
        co_await ended_.async_wait(token);
}

}  // namespace examwright
