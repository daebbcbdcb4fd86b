#include "server/cli/config_command.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string_view>
#include <variant>

#include "server/claude/claude_client.hpp"
#include "server/config/claude_access.hpp"
#include "server/config/command_line.hpp"
#include "server/config/config.hpp"
#include "server/config/settings.hpp"

namespace examwright {

namespace fs = std::filesystem;

namespace {

command_form config_check_form() {
    command_form form;
    form.name = "config check";
    form.about =
        "Says whether serve could start with these settings, without starting it: each value, the variables "
        "whose\n"
        "names are known to nobody, the files that are named, and the address of the Messages API. It calls "
        "nobody\n"
        "and changes nothing. examwright doctor looks at the machine, too.";
    form.settings.add(config_flags());
    form.exit_codes = "Exit codes: 0 all can be used; 1 something can't, each told on stderr; 2 wrong use.";
    return form;
}

bool is_known(std::string_view variable) {
    return std::ranges::any_of(all_settings(), [&](const setting& each) {
        return variable == each.name.variable || (each.also && variable == each.also);
    });
}

/// A misspelt name would be passed over in silence.
std::vector<std::string> unknown_variables() {
    std::vector<std::string> unknown;
    for (char** entry = environ; *entry; ++entry) {
        const std::string_view text(*entry);
        const auto name = text.substr(0, text.find('='));
        if (name.starts_with("EXAMWRIGHT_") && !is_known(name))
            unknown.push_back(std::string(name) + " is no setting; see: examwright serve --help");
    }
    std::ranges::sort(unknown);
    return unknown;
}

/// What reading the settings alone does not tell.
std::vector<std::string> problems_of(const config& settings) {
    std::vector<std::string> problems;
    try {
        const claude_client client(claude_settings_of(settings));
    } catch (const std::exception& error) {
        problems.push_back(error.what());
    }
    std::error_code unknown;
    if (fs::exists(settings.data, unknown) && !fs::is_directory(settings.data, unknown))
        problems.push_back("EXAMWRIGHT_DATA: " + settings.data.string() + " is no folder");
    return problems;
}

int check(const command_input& input) {
    auto problems = unknown_variables();
    const auto read = check_config(input.options);
    problems.insert(problems.end(), read.problems.begin(), read.problems.end());
    const auto more = problems_of(read.settings);
    problems.insert(problems.end(), more.begin(), more.end());
    for (const auto& problem : problems)
        std::cerr << "examwright config check: " << problem << "\n";
    if (problems.empty())
        std::cout << "the settings can be used\n";
    return problems.empty() ? 0 : 1;
}

}  // namespace

int config_command(const std::vector<std::string>& arguments) {
    auto rest = arguments;
    const bool help = !rest.empty() && (rest[0] == "--help" || rest[0] == "-h");
    if (!help && (rest.empty() || rest[0] != "check"))
        return wrong_use("config", "name what to do: check");
    if (!help)
        rest.erase(rest.begin());
    const auto read = read_command_line(config_check_form(), rest);
    const auto* input = std::get_if<command_input>(&read);
    return input ? check(*input) : std::get<int>(read);
}

}  // namespace examwright
