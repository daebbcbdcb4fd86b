#include "server/cli/migrate_command.hpp"

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/positional_options.hpp>
#include <boost/program_options/variables_map.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "db/database.hpp"
#include "db/migrator.hpp"

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
    auto database = open_writer(file);
    migrator steps(database);
    const auto applied = steps.up();
    for (const auto& number : applied)
        std::cout << "applied " << number << "\n";
    std::cout << file.string() << ": at " << steps.current() << (applied.empty() ? " already" : "") << "\n";
    return 0;
}

int go_down(const fs::path& file) {
    if (!fs::exists(file)) {
        std::cerr << "There is no database " << file.string() << ".\n";
        return 1;
    }
    auto database = open_writer(file);
    migrator steps(database);
    const auto number = steps.down();
    if (number.empty()) {
        std::cerr << file.string() << ": there is no step to take back.\n";
        return 1;
    }
    std::cout << "took back " << number << "\n" << file.string() << ": at " << steps.current() << "\n";
    return 0;
}

int run(const std::string& action, const fs::path& file) {
    if (action == "status")
        return print_status(file);
    if (action == "up")
        return go_up(file);
    return go_down(file);
}

}  // namespace

int migrate_command(const std::vector<std::string>& arguments) {
    std::string action, folder;
    options::options_description named("examwright migrate status|up|down [--data DIR]");
    named.add_options()("help", "says this")("data",
                                             options::value(&folder)->default_value(default_data_folder()),
                                             "the folder of the database (EXAMWRIGHT_DATA)");
    options::options_description all;
    all.add(named).add_options()("action", options::value(&action));
    options::positional_options_description positional;
    positional.add("action", 1);
    try {
        options::variables_map values;
        options::store(options::command_line_parser(arguments).options(all).positional(positional).run(),
                       values);
        options::notify(values);
        if (values.contains("help")) {
            std::cout << named;
            return 0;
        }
    } catch (const options::error& error) {
        std::cerr << error.what() << "\n" << named;
        return 2;
    }
    if (action != "status" && action != "up" && action != "down") {
        std::cerr << named;
        return 2;
    }
    try {
        return run(action, fs::path(folder) / "examwright.db");
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
}

}  // namespace examwright
