#pragma once

#include <boost/program_options/cmdline.hpp>
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>
#include <string>
#include <variant>
#include <vector>

namespace examwright {

/// How every command line is read: a script that abbreviated a flag would break with the next flag that
/// begins like it.
inline constexpr int command_line_style = boost::program_options::command_line_style::default_style &
                                          ~boost::program_options::command_line_style::allow_guessing;

/// How a command is called: what its --help says, and what its arguments are read by. Of the options all but
/// "help" and "argument" may be named.
struct command_form {
    std::string name;                    // "user add"
    std::vector<std::string> arguments;  // those without a flag, all of them needed: "EMAIL"
    std::string about;                   // what it does, in sentences
    boost::program_options::options_description options{"Options"};
    std::string exit_codes;                                            // what each means
    boost::program_options::options_description settings{"Settings"};  // flags taken that --help leaves out
};

/// What a command line gave.
struct command_input {
    std::vector<std::string> arguments;  // as many as the form has
    boost::program_options::variables_map options;

    bool has(const char* flag) const { return options.count(flag) > 0; }
    /// Of an option that was given or has a default.
    std::string text(const char* option) const { return options[option].as<std::string>(); }
};

/// What the arguments gave; or the exit code of a command that ends here, having said why: 0 after --help, 2
/// after wrong use.
std::variant<command_input, int> read_command_line(const command_form& form,
                                                   const std::vector<std::string>& arguments);

/// Says on stderr what is wrong with the use of a command, and where to look. Returns 2.
int wrong_use(const std::string& command, const std::string& what);

/// Says on stderr why a command did not do what it was asked to. Returns 1.
int failed(const std::string& command, const std::string& why);

}  // namespace examwright
