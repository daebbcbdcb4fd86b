#include "server/cli/migrate_command.hpp"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <iostream>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "db/database.hpp"
#include "db/folder_lock.hpp"
#include "db/migrations.hpp"
#include "db/migrator.hpp"
#include "server/cli/legacy/import_command.hpp"
#include "server/config/command_line.hpp"
#include "server/config/data_folder.hpp"

namespace examwright {

namespace fs = std::filesystem;

namespace {

fs::path database_of(const command_input& input) {
    return database_in(data_folder_of(input));
}

/// Neither writes nor creates the file.
void print_status(const fs::path& file) {
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
}

void go_up(const fs::path& file) {
    make_data_folder(file.parent_path());
    const folder_lock lock(file.parent_path());
    auto database = open_writer(file);
    migrator steps(database);
    const auto applied = steps.up();
    for (const auto& number : applied)
        std::cout << "applied " << number << "\n";
    for (const auto& remark : steps.remarks())
        std::cout << "  " << remark << "\n";
    std::cout << file.string() << ": at " << steps.current() << (applied.empty() ? " already" : "") << "\n";
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

void go_down(const fs::path& file) {
    if (!fs::exists(file))
        throw std::runtime_error("There is no database " + file.string() + ".");
    const folder_lock lock(file.parent_path());
    auto database = open_writer(file);
    migrator steps(database);
    const auto losses = lost_by_going_down(database, steps.current());
    const auto number = steps.down();
    if (number.empty())
        throw std::runtime_error(file.string() + ": there is no step to take back.");
    std::cout << "took back " << number << "\n";
    for (const auto& loss : losses)
        std::cout << "  " << loss << "\n";
    std::cout << file.string() << ": at " << steps.current() << "\n";
}

struct migrate_action {
    const char* name;
    std::vector<std::string> arguments;
    const char* about;
    void (*run)(const command_input& input);
};

const migrate_action actions[] = {
    {"status",
     {},
     "Shows the version of the database, and the steps.",
     [](const command_input& input) { print_status(database_of(input)); }},
    {"up",
     {},
     "Applies the steps that are missing; the server does so when it starts.",
     [](const command_input& input) { go_up(database_of(input)); }},
    {"down",
     {},
     "Takes the newest step back; at 005 the old service could open the file.",
     [](const command_input& input) { go_down(database_of(input)); }},
    {"import",
     {"FILE"},
     "Takes over the old service's SQLite database, which is only read: its users (who keep "
     "their\npasswords), "
     "documents with the uploaded files that are still there, tests and questions. A\ndatabase with users is "
     "never overwritten. Also moves a database of Examwright here.",
     [](const command_input& input) { import_database(input.arguments[0], data_folder_of(input)); }},
};

command_form form_of(const migrate_action& action) {
    command_form form;
    form.name = std::string("migrate ") + action.name;
    form.arguments = action.arguments;
    form.about = action.about;
    form.exit_codes =
        "No server may be running on the data folder, but for status.\n"
        "Exit codes: 0 done; 1 not done, the reason is on stderr; 2 wrong use.";
    add_data_flag(form.options);
    return form;
}

void print_usage() {
    std::cout << "Usage: examwright migrate status|up|down [options]\n"
                 "       examwright migrate import FILE [options]\n\n"
                 "The database's schema, step by step, and the old service's database.\n\n"
                 "What each does: examwright migrate ACTION --help\n";
}

int run(const migrate_action& action, const command_input& input) {
    try {
        action.run(input);
        return 0;
    } catch (const std::exception& error) {
        return failed(std::string("migrate ") + action.name, error.what());
    }
}

}  // namespace

int migrate_command(const std::vector<std::string>& arguments) {
    for (const auto& action : actions) {
        auto rest = arguments;  // flags may stand before the action, too
        const auto named = std::find(rest.begin(), rest.end(), action.name);
        if (named == rest.end() || (named != rest.begin() && !rest.front().starts_with("-")))
            continue;
        rest.erase(named);
        const auto read = read_command_line(form_of(action), rest);
        const auto* input = std::get_if<command_input>(&read);
        return input ? run(action, *input) : std::get<int>(read);
    }
    const bool help = !arguments.empty() && (arguments[0] == "--help" || arguments[0] == "-h");
    if (!help)
        return wrong_use("migrate", "name what to do: status|up|down, or import FILE");
    print_usage();
    return 0;
}

}  // namespace examwright
