#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace examwright {

struct subprocess_outcome {
    int exit_code = 0;       // 128 + the signal, where one ended it
    bool timed_out = false;  // killed at the deadline
    bool cut = false;        // killed because of what it wrote
    std::string errors;      // the start of its stderr
};

/// What to do about a program that has written something.
enum class output_verdict {
    go_on,
    go_on_and_restart_deadline,  // it made progress
    stop,
};

struct subprocess_task {
    std::vector<std::string> command;                        // the program is looked up in PATH
    int input;                                               // its stdin
    std::chrono::steady_clock::duration deadline;            // kills it
    std::function<output_verdict(std::string_view)> output;  // is given its stdout, piece by piece
};

/// Starts a program with an almost empty environment and waits for its end without blocking the thread. It
/// has a process group of its own, which is killed and reaped wherever this is left: at the end, at the
/// deadline, by an exception or by terminal cancellation. Throws system_error where it can't be started.
boost::asio::awaitable<subprocess_outcome> run_subprocess(subprocess_task task);

}  // namespace examwright
