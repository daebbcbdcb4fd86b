#include "server/cli/check_command.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <system_error>
#include <variant>

#include "core/imports/check_input.hpp"
#include "core/quality/report.hpp"
#include "server/config/command_line.hpp"

namespace examwright {

namespace {

/// Nothing where it can't be read to its end: a broken disk.
std::optional<std::string> read_all(std::istream& stream) {
    std::ostringstream text;
    text << stream.rdbuf();
    return text.bad() ? std::nullopt : std::optional(text.str());
}

std::optional<std::string> read_input(const std::string& name) {
    if (name == "-")
        return read_all(std::cin);
    std::error_code unknown;
    if (std::filesystem::is_directory(name, unknown))
        return std::nullopt;  // which opens like a file, an empty one
    std::ifstream file(name, std::ios::binary);
    return file ? read_all(file) : std::nullopt;
}

int check(const std::string& name, bool as_json) {
    const auto text = read_input(name);
    if (!text) {
        std::cerr << "examwright check: " << name << " can't be read. Is it a file, and yours to read?\n";
        return 2;
    }
    const auto questions = read_questions_to_check(*text);
    if (!questions) {
        std::cerr << "examwright check: " << (name == "-" ? "stdin" : name) << " can't be checked. "
                  << questions.error().detail << "\n";
        return 2;
    }
    const auto report = check_questions(*questions);
    std::cout << (as_json ? report.as_json() : report.as_text(*questions)) << std::flush;
    return report.drops_any() ? 1 : 0;
}

command_form check_form() {
    command_form form;
    form.name = "check";
    form.arguments = {"FILE.json"};
    form.about =
        "Lists the flaws of the questions in a file, or of those on stdin where FILE.json is -:\n"
        "[{\"question\", \"options\", \"correct_option\", \"explanation\"?, \"source\"?}]";
    form.options.add_options()("json", "prints the flaws as JSON");
    form.exit_codes =
        "Exit codes: 0 no question has a flaw for which it would be dropped; 1 one has; 2 wrong use, or a "
        "file that\ncan't be checked.";
    return form;
}

}  // namespace

int check_command(const std::vector<std::string>& arguments) {
    const auto read = read_command_line(check_form(), arguments);
    const auto* input = std::get_if<command_input>(&read);
    return input ? check(input->arguments[0], input->has("json")) : std::get<int>(read);
}

}  // namespace examwright
