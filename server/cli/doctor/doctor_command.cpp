#include "server/cli/doctor/doctor_command.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <iostream>
#include <iterator>
#include <variant>

#include "server/cli/doctor/checks.hpp"
#include "server/config/command_line.hpp"
#include "server/config/config.hpp"
#include "server/engine.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

command_form doctor_form() {
    command_form form;
    form.name = "doctor";
    form.about =
        "Says whether all is well: programs, sandbox, data folder, disk, permissions, database, clock, and "
        "the\n"
        "way to Claude with the key. It changes nothing and spends no token. It takes the settings of serve, "
        "as\n"
        "flags and from the environment (examwright serve --help).";
    form.options.add_options()("json",
                               "prints {version, ok, errors, warnings, checks: [{check, level, detail, "
                               "advice}]}; level is ok, warning or error");
    form.settings.add(config_flags());
    form.exit_codes = "Exit codes: 0 no error, though there may be warnings; 1 an error; 2 wrong use.";
    return form;
}

const char* name_of(finding_level level) {
    if (level == finding_level::ok)
        return "ok";
    return level == finding_level::warning ? "warning" : "error";
}

findings examine(const command_input& input) {
    config settings;
    try {
        settings = read_config(input.options);
    } catch (const config_error& error) {
        return {error_finding("settings", error.what(), "Correct this setting; then run doctor again.")};
    }
    const auto now = system_now();
    findings all;
    const auto add = [&](findings more) { std::move(more.begin(), more.end(), std::back_inserter(all)); };
    add(check_programs(settings));
    add(check_files(settings));
    add(check_database(settings, now));
    add(check_room(settings));
    add(check_set_up(settings));
    add(check_clock(settings, now));
    add(check_claude(settings));
    return all;
}

std::ptrdiff_t count(const findings& all, finding_level level) {
    return std::count_if(all.begin(), all.end(), [&](const finding& each) { return each.level == level; });
}

void print_json(const findings& all) {
    json::array checks;
    for (const auto& each : all)
        checks.push_back(json::object{{"check", each.check},
                                      {"level", name_of(each.level)},
                                      {"detail", each.detail},
                                      {"advice", each.advice}});
    const auto errors = count(all, finding_level::error);
    std::cout << json::serialize(json::object{{"version", EXAMWRIGHT_VERSION},
                                              {"ok", errors == 0},
                                              {"errors", errors},
                                              {"warnings", count(all, finding_level::warning)},
                                              {"checks", std::move(checks)}})
              << "\n";
}

void print_text(const findings& all) {
    for (const auto& each : all) {
        std::string start = name_of(each.level);
        start.resize(9, ' ');
        start += each.check;
        start.resize(27, ' ');
        std::cout << start << each.detail << "\n";
        if (!each.advice.empty())
            std::cout << std::string(27, ' ') << "-> " << each.advice << "\n";
    }
}

}  // namespace

int doctor_command(const std::vector<std::string>& arguments) {
    const auto read = read_command_line(doctor_form(), arguments);
    const auto* input = std::get_if<command_input>(&read);
    if (!input)
        return std::get<int>(read);
    const auto all = examine(*input);
    if (input->has("json"))
        print_json(all);
    else
        print_text(all);
    return count(all, finding_level::error) == 0 ? 0 : 1;
}

}  // namespace examwright
