#include "server/config/command_line.hpp"

#include <boost/program_options/parsers.hpp>
#include <boost/program_options/positional_options.hpp>
#include <boost/program_options/value_semantic.hpp>
#include <iostream>
#include <string_view>

namespace examwright {

namespace po = boost::program_options;

namespace {

bool asks_for_help(const std::vector<std::string>& arguments) {
    for (const auto& argument : arguments)
        if (argument == "--help" || argument == "-h")
            return true;
    return false;
}

void print_help(const command_form& form) {
    std::cout << "Usage: examwright " << form.name;
    for (const auto& argument : form.arguments)
        std::cout << " " << argument;
    std::cout << " [options]\n\n" << form.about << "\n\n" << form.options << "\n" << form.exit_codes << "\n";
}

}  // namespace

std::variant<command_input, int> read_command_line(const command_form& form,
                                                   const std::vector<std::string>& arguments) {
    if (asks_for_help(arguments)) {
        print_help(form);
        return 0;
    }
    command_input input;
    po::options_description known;
    known.add(form.options).add(form.settings);
    known.add_options()("argument", po::value<std::vector<std::string>>());
    po::positional_options_description positional;
    positional.add("argument", -1);
    try {
        po::command_line_parser parser(arguments);
        po::store(parser.options(known).positional(positional).style(command_line_style).run(),
                  input.options);
        po::notify(input.options);
    } catch (const po::error& error) {
        return wrong_use(form.name, error.what());
    }
    if (input.has("argument"))
        input.arguments = input.options["argument"].as<std::vector<std::string>>();
    if (input.arguments.size() < form.arguments.size())
        return wrong_use(form.name, form.arguments[input.arguments.size()] + " is missing");
    if (input.arguments.size() > form.arguments.size())
        return wrong_use(form.name, "\"" + input.arguments[form.arguments.size()] + "\" is one too many");
    return input;
}

int wrong_use(const std::string& command, const std::string& what) {
    std::cerr << "examwright " << command << ": " << what << "\nSee: examwright " << command << " --help\n";
    return 2;
}

int failed(const std::string& command, const std::string& why) {
    std::cerr << "examwright " << command << ": " << why << "\n";
    return 1;
}

}  // namespace examwright
