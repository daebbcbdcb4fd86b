#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace examwright::test {

/// A program started by a test, ended with it. Its environment is this one's without our settings, and
/// `environment`.
class child_process {
  public:
    using variables = std::map<std::string, std::string>;

    /// stderr goes to the file error_log, or nowhere where that is empty. stdin is the file (or the terminal)
    /// input, or the test's own.
    child_process(const std::string& program, const std::vector<std::string>& arguments,
                  const variables& environment = {}, const std::string& error_log = {},
                  const std::string& input = {});
    ~child_process();
    child_process(const child_process&) = delete;
    child_process& operator=(const child_process&) = delete;

    /// The next line of its stdout; throws after limit or at its end.
    std::string read_line(std::chrono::seconds limit = std::chrono::seconds(60));
    /// Reads lines until "listening on http://127.0.0.1:NNNNN", and returns the port.
    std::uint16_t read_port();
    /// All of its stdout up to its end.
    std::string read_all();
    void signal(int number);
    /// Waits for its end: the exit code, or 128 + the signal.
    int wait(std::chrono::seconds limit = std::chrono::seconds(60));
    pid_t id() const { return pid_; }

  private:
    bool fill(std::chrono::steady_clock::time_point deadline);

    pid_t pid_ = -1;
    int out_ = -1;
    std::string buffer_;
};

}  // namespace examwright::test
