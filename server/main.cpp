#include <csignal>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "server/cli/backup_command.hpp"
#include "server/cli/check_command.hpp"
#include "server/cli/config_command.hpp"
#include "server/cli/doctor_command.hpp"
#include "server/cli/generate_command.hpp"
#include "server/cli/health_command.hpp"
#include "server/cli/migrate_command.hpp"
#include "server/cli/restore_command.hpp"
#include "server/cli/serve_command.hpp"
#include "server/cli/simulate_command.hpp"
#include "server/cli/user_command.hpp"
#include "server/runtime/version.hpp"

namespace {

struct command {
    const char* name;
    int (*run)(const std::vector<std::string>& arguments);
    const char* summary;
};

constexpr command commands[] = {
    {"serve", examwright::serve_command, "runs the server"},
    {"generate", examwright::generate_command, "makes a test of one document, without a server"},
    {"check", examwright::check_command, "lists the flaws of questions in a file"},
    {"migrate", examwright::migrate_command,
     "moves the database's schema, or takes over an old database: status, up, down, import"},
    {"user", examwright::user_command, "adds, lists, changes and removes accounts"},
    {"backup", examwright::backup_command, "copies the database, also while a server runs on it"},
    {"restore", examwright::restore_command, "puts a backup in the place of the database"},
    {"health", examwright::health_command, "asks a running server whether it is well"},
    {"config", examwright::config_command, "check: says whether the settings can be used"},
    {"doctor", examwright::doctor_command, "says whether all is well with this machine and its settings"},
    {"simulate", examwright::simulate_command, "runs a simulator of the Messages API, for tests"},
};

void print_usage(std::ostream& out) {
    out << "Examwright " << examwright::product_version()
        << ": turns documents into multiple-choice tests.\n\nUsage: examwright COMMAND [--help]\n\n";
    for (const auto& command : commands)
        out << "  " << command.name << std::string(12 - std::string(command.name).size(), ' ')
            << command.summary << "\n";
    out << "\nExit codes: 0 done; 1 not done, or check or doctor found a fault; 2 wrong use.\n";
}

}  // namespace

int main(int argc, char** argv) {
    std::signal(SIGXFSZ,
                SIG_IGN);  // a limit on the size of files is an error to be told of, like a full disk
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.empty() || arguments[0] == "--help" || arguments[0] == "-h") {
        print_usage(arguments.empty() ? std::cerr : std::cout);
        return arguments.empty() ? 2 : 0;
    }
    if (arguments[0] == "--version") {
        std::cout << "examwright " << examwright::product_version() << "\n";
        return 0;
    }
    for (const auto& command : commands) {
        if (arguments[0] != command.name)
            continue;
        try {
            return command.run({arguments.begin() + 1, arguments.end()});
        } catch (const std::exception& e) {
            const bool disk = examwright::is_disk_failure(e);
            std::cerr << "examwright " << command.name << ": "
                      << (disk ? "The disk of the data folder may be full, it can't be written to: " : "")
                      << e.what() << "\n";
            return 1;
        }
    }
    std::cerr << "examwright: there is no command \"" << arguments[0] << "\"\n\n";
    print_usage(std::cerr);
    return 2;
}
