#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace examwright {

struct subprocess_outcome {
    int exit_code = 0;       // 128 + the signal, where one ended it
    bool timed_out = false;  // killed at the deadline
    bool cut = false;        // killed because it wrote more than was wanted
    std::string output;      // its stdout
    std::string errors;      // the start of its stderr
};

struct subprocess_limits {
    std::size_t output_bytes;
    std::chrono::steady_clock::duration deadline;
};

/// Starts a program (looked up in PATH) with an almost empty environment and the descriptor `input` as its
/// stdin, and waits for its end without blocking the thread. It has a process group of its own, which is
/// killed and reaped wherever this is left: at the end, at the deadline, by an exception or by terminal
/// cancellation. Throws system_error where it can't be started.
boost::asio::awaitable<subprocess_outcome> run_subprocess(std::vector<std::string> command, int input,
                                                          subprocess_limits limits);

}  // namespace examwright
