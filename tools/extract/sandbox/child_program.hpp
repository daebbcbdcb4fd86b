#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace examwright::extract {

struct program_result {
    int exit_code = 0;  // meaningless where a signal is set
    int signal = 0;
    bool cut = false;        // it wrote more than was wanted, and was stopped
    bool exhausted = false;  // it failed at a limit of memory or time
    std::string output;
};

/// Runs a program under the limits of this process, its stdin the document from its first byte on, and waits
/// for its end. Its stderr joins the output, or is dropped. Throws a failure (internal) where there is no
/// such program.
program_result run_program(const std::vector<std::string>& command, std::size_t max_output, bool with_errors);

/// The same, its output given to `take` piece by piece. It is stopped where `take` returns false.
program_result run_program(const std::vector<std::string>& command,
                           const std::function<bool(std::string_view)>& take, bool with_errors = false);

}  // namespace examwright::extract
