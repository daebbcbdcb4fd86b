#include "server/cli/doctor_command.hpp"

#include <boost/json/serialize.hpp>
#include <iostream>
#include <iterator>
#include <variant>

#include "server/config/command_line.hpp"
#include "server/config/config.hpp"
#include "server/doctor/checks.hpp"
#include "server/doctor/examination.hpp"
#include "server/engine.hpp"

namespace examwright {

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

findings examine(const command_input& input) {
    config settings;
    try {
        settings = read_config(input.options);
    } catch (const config_error& error) {
        return {error_finding("settings", error.what(), "Correct this setting; then run doctor again.")};
    }
    auto all = examine_machine(settings, system_now());
    auto claude = check_claude(settings);
    std::move(claude.begin(), claude.end(), std::back_inserter(all));
    return all;
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
        std::cout << boost::json::serialize(findings_json(all)) << "\n";
    else
        print_text(all);
    return count(all, finding_level::error) == 0 ? 0 : 1;
}

}  // namespace examwright
