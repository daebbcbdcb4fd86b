#include "server/cli/check_command.hpp"

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/positional_options.hpp>
#include <boost/program_options/variables_map.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <system_error>

#include "core/check_input.hpp"
#include "core/check_report.hpp"

namespace examwright {

namespace options = boost::program_options;

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

}  // namespace

int check_command(const std::vector<std::string>& arguments) {
    std::string file;
    options::options_description named("examwright check FILE.json|- [--json]");
    named.add_options()("help", "says this")("json", "prints the flaws as JSON");
    options::options_description all;
    all.add(named).add_options()("file", options::value(&file));
    options::positional_options_description positional;
    positional.add("file", 1);
    options::variables_map values;
    try {
        options::store(options::command_line_parser(arguments).options(all).positional(positional).run(),
                       values);
        options::notify(values);
    } catch (const options::error& error) {
        std::cerr << error.what() << "\n" << named;
        return 2;
    }
    if (values.contains("help")) {
        std::cout << named;
        return 0;
    }
    if (file.empty()) {
        std::cerr << named;
        return 2;
    }
    return check(file, values.contains("json"));
}

}  // namespace examwright
