#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "test/support/child_process.hpp"

namespace examwright::test {

/// How a command ended, and what it said.
struct command_run {
    int exit_code = 0;
    std::string output;
    std::string errors;

    boost::json::object json() const;  // of output; throws where it is none
};

/// Runs examwright to its end, with this text as stdin.
command_run run_command(const std::vector<std::string>& arguments,
                        const child_process::variables& settings = {}, const std::string& input = {});

}  // namespace examwright::test
