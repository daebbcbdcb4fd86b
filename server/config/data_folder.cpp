#include "server/config/data_folder.hpp"

#include <SQLiteCpp/Exception.h>

#include <boost/program_options/value_semantic.hpp>
#include <cstdlib>
#include <stdexcept>

#include "db/database.hpp"
#include "db/migrator.hpp"
#include "server/config/config.hpp"

namespace examwright {

namespace fs = std::filesystem;
namespace po = boost::program_options;

namespace {

constexpr int lock_patience_ms = 5000;

std::string default_data_folder() {
    const char* folder = std::getenv("EXAMWRIGHT_DATA");
    return folder && *folder ? folder : config{}.data.string();
}

/// No error other than that it is not there is told: opening it tells the others better.
void require_database(const fs::path& file) {
    std::error_code unknown;
    if (fs::status(file, unknown).type() == fs::file_type::not_found)
        throw std::runtime_error("There is no database " + file.string() +
                                 ". Name the server's data folder by --data or EXAMWRIGHT_DATA.");
}

void require_newest(SQLite::Database& database, const fs::path& file) {
    const auto version = migrator(database).current();
    if (version != migrator::newest())
        throw std::runtime_error(file.string() + " is at schema " + (version.empty() ? "none" : version) +
                                 ", this program works on " + std::string(migrator::newest()) +
                                 ". Stop the server and run: examwright migrate up");
}

}  // namespace

void add_data_flag(po::options_description& options) {
    options.add_options()("data", po::value<std::string>()->default_value(default_data_folder()),
                          "the server's data folder (EXAMWRIGHT_DATA)");
}

fs::path data_folder_of(const command_input& input) {
    return input.text("data");
}

fs::path database_in(const fs::path& data_folder) {
    return data_folder / "examwright.db";
}

void make_data_folder(const fs::path& data_folder) {
    try {
        fs::create_directories(data_folder);
        fs::permissions(data_folder, fs::perms::owner_all);
    } catch (const fs::filesystem_error& error) {
        throw std::runtime_error("The data folder " + data_folder.string() +
                                 " can't be made or kept private: " + error.code().message() +
                                 ". Name another one by --data or EXAMWRIGHT_DATA.");
    }
}

SQLite::Database open_existing(const fs::path& data_folder) {
    const auto file = database_in(data_folder);
    require_database(file);
    auto database = open_writer(file);
    require_newest(database, file);
    return database;
}

SQLite::Database open_or_create(const fs::path& data_folder) {
    const auto file = database_in(data_folder);
    if (!fs::exists(file))
        make_data_folder(data_folder);
    auto database = open_writer(file);
    if (migrator steps(database); steps.current().empty())
        steps.up();
    require_newest(database, file);
    return database;
}

SQLite::Database open_to_read(const fs::path& data_folder) {
    const auto file = database_in(data_folder);
    require_database(file);
    try {
        auto database = open_reader(file);
        database.setBusyTimeout(lock_patience_ms);
        return database;
    } catch (const SQLite::Exception& error) {
        throw std::runtime_error("Cannot open " + file.string() + ": " + error.what());
    }
}

}  // namespace examwright
