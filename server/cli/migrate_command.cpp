#include "server/cli/migrate_command.hpp"

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/positional_options.hpp>
#include <boost/program_options/variables_map.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string_view>

#include "db/database.hpp"
#include "db/folder_lock.hpp"
#include "db/migrator.hpp"
#include "server/cli/import_command.hpp"

namespace examwright {

namespace fs = std::filesystem;
namespace options = boost::program_options;

namespace {

std::string default_data_folder() {
    const char* folder = std::getenv("EXAMWRIGHT_DATA");
    return folder && *folder ? folder : "./data";
}

/// Neither writes nor creates the file.
int print_status(const fs::path& file) {
    std::string version;
    if (fs::exists(file)) {
        auto database = open_reader(file);
        version = migrator(database).current();
    }
    std::cout << file.string() << ": " << (version.empty() ? "empty or not there yet" : "at " + version)
              << "\n";
    for (const auto& step : all_migrations())
        std::cout << "  " << step.number << " " << step.name << ": "
                  << (step.number <= version ? "applied" : "not applied") << "\n";
    return 0;
}

int go_up(const fs::path& file) {
    fs::create_directories(file.parent_path());
    const folder_lock lock(file.parent_path());
    auto database = open_writer(file);
    migrator steps(database);
    const auto applied = steps.up();
    for (const auto& number : applied)
        std::cout << "applied " << number << "\n";
    for (const auto& remark : steps.remarks())
        std::cout << "  " << remark << "\n";
    std::cout << file.string() << ": at " << steps.current() << (applied.empty() ? " already" : "") << "\n";
    return 0;
}

/// Sentences on what a step down costs that its owner might miss.
std::vector<std::string> lost_by_going_down(SQLite::Database& database, const std::string& from) {
    constexpr struct {
        const char* step;
        const char* count;
        const char* sentence;
    } losses[] = {
        {"008", "SELECT count(*) FROM orphans", "Rows of the table orphans that are gone: "},
        {"008", "SELECT count(*) FROM spare_questions", "Spare questions that are gone: "},
        {"007", "SELECT count(*) FROM users WHERE password_hash NOT LIKE '$2_$%'",
         "Users whose password the old service can't check, and must be set there anew: "},
    };
    std::vector<std::string> told;
    for (const auto& loss : losses) {
        const auto count = from == loss.step ? database.execAndGet(loss.count).getInt64() : 0;
        if (count > 0)
            told.push_back(loss.sentence + std::to_string(count) + ".");
    }
    return told;
}

int go_down(const fs::path& file) {
    if (!fs::exists(file)) {
        std::cerr << "There is no database " << file.string() << ".\n";
        return 1;
    }
    const folder_lock lock(file.parent_path());
    auto database = open_writer(file);
    migrator steps(database);
    const auto losses = lost_by_going_down(database, steps.current());
    const auto number = steps.down();
    if (number.empty()) {
        std::cerr << file.string() << ": there is no step to take back.\n";
        return 1;
    }
    std::cout << "took back " << number << "\n";
    for (const auto& loss : losses)
        std::cout << "  " << loss << "\n";
    std::cout << file.string() << ": at " << steps.current() << "\n";
    return 0;
}

constexpr std::string_view usage = R"(Usage: examwright migrate status|up|down [--data DIR]
       examwright migrate import FILE [--data DIR]

  status       the version of the database, and the steps
  up           applies the steps that are missing; the server does so when it starts
  down         takes the newest step back; at 005 the old service could open the file
  import FILE  takes over the old service's SQLite database, which is only read: its users (who keep their
               passwords), documents with the uploaded files that are still there, tests and questions. A
               database with users is never overwritten. Also moves a database of Examwright here.

)";

struct migrate_request {
    std::string action;
    std::string file;    // of import
    std::string folder;  // of the database

    bool is_valid() const {
        if (action == "import")
            return !file.empty();
        return file.empty() && (action == "status" || action == "up" || action == "down");
    }
};

int run(const migrate_request& request) {
    const auto file = fs::path(request.folder) / "examwright.db";
    if (request.action == "status")
        return print_status(file);
    if (request.action == "up")
        return go_up(file);
    if (request.action == "down")
        return go_down(file);
    import_database(request.file, request.folder);
    return 0;
}

}  // namespace

int migrate_command(const std::vector<std::string>& arguments) {
    migrate_request request;
    options::options_description named("Settings");
    named.add_options()("help", "says this")(
        "data", options::value(&request.folder)->default_value(default_data_folder()),
        "the folder of the database (EXAMWRIGHT_DATA)");
    options::options_description all;
    all.add(named).add_options()("action", options::value(&request.action))("file",
                                                                            options::value(&request.file));
    options::positional_options_description positional;
    positional.add("action", 1).add("file", 1);
    try {
        options::variables_map values;
        options::store(options::command_line_parser(arguments).options(all).positional(positional).run(),
                       values);
        options::notify(values);
        if (values.contains("help")) {
            std::cout << usage << named;
            return 0;
        }
    } catch (const options::error& error) {
        std::cerr << error.what() << "\n" << usage << named;
        return 2;
    }
    if (!request.is_valid()) {
        std::cerr << usage << named;
        return 2;
    }
    try {
        return run(request);
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
}

}  // namespace examwright
