#include "test/support/child_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>
#include <string_view>
#include <system_error>

namespace examwright::test {
namespace {

bool is_setting(std::string_view variable) {
    return variable.substr(0, 11) == "EXAMWRIGHT_" || variable.substr(0, 10) == "ANTHROPIC_" ||
           variable.find("PROXY=") != variable.npos || variable.find("proxy=") != variable.npos;
}

std::vector<std::string> merged_environment(const child_process::variables& own) {
    std::vector<std::string> merged;
    for (char** each = environ; *each; ++each)
        if (!is_setting(*each))
            merged.emplace_back(*each);
    for (const auto& [name, value] : own)
        merged.push_back(name + "=" + value);
    return merged;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (auto& text : texts)
        result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

void check(int error, const char* what) {
    if (error != 0)
        throw std::system_error(error, std::generic_category(), what);
}

int milliseconds_until(std::chrono::steady_clock::time_point deadline) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    return left.count() > 0 ? static_cast<int>(left.count()) : 0;
}

}  // namespace

child_process::child_process(const std::string& program, const std::vector<std::string>& arguments,
                             const variables& environment, const std::string& error_log,
                             const std::string& input) {
    int pipe_ends[2];
    check(pipe2(pipe_ends, O_CLOEXEC) == 0 ? 0 : errno, "pipe2");
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    auto variables_now = merged_environment(environment);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], STDOUT_FILENO);
    const char* errors = error_log.empty() ? "/dev/null" : error_log.c_str();
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (!input.empty())
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input.c_str(), O_RDONLY | O_NOCTTY, 0);
    const int failed = posix_spawn(&pid_, program.c_str(), &actions, nullptr, pointers(words).data(),
                                   pointers(variables_now).data());
    posix_spawn_file_actions_destroy(&actions);
    close(pipe_ends[1]);
    out_ = pipe_ends[0];
    check(failed, program.c_str());
}

child_process::~child_process() {
    if (pid_ > 0) {
        kill(pid_, SIGKILL);
        waitpid(pid_, nullptr, 0);
    }
    close(out_);
}

/// False at the end of its output.
bool child_process::fill(std::chrono::steady_clock::time_point deadline) {
    pollfd ready{out_, POLLIN, 0};
    if (poll(&ready, 1, milliseconds_until(deadline)) <= 0)
        throw std::runtime_error("the program printed nothing in time");
    char block[4096];
    const ssize_t got = read(out_, block, sizeof block);
    if (got > 0)
        buffer_.append(block, static_cast<std::size_t>(got));
    return got > 0;
}

std::string child_process::read_line(std::chrono::seconds limit) {
    const auto deadline = std::chrono::steady_clock::now() + limit;
    for (;;) {
        const auto end = buffer_.find('\n');
        if (end != buffer_.npos) {
            const std::string line = buffer_.substr(0, end);
            buffer_.erase(0, end + 1);
            return line;
        }
        if (!fill(deadline))
            throw std::runtime_error("the program ended its output");
    }
}

std::uint16_t child_process::read_port() {
    const std::string start = "listening on http://127.0.0.1:";
    for (;;) {
        const auto line = read_line();
        if (line.compare(0, start.size(), start) == 0)
            return static_cast<std::uint16_t>(std::stoi(line.substr(start.size())));
    }
}

std::string child_process::read_all() {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(120);
    while (fill(deadline)) {
    }
    return buffer_;
}

void child_process::signal(int number) {
    if (pid_ > 0)
        kill(pid_, number);
}

int child_process::wait(std::chrono::seconds limit) {
    const int handle = static_cast<int>(syscall(SYS_pidfd_open, pid_, 0));
    check(handle >= 0 ? 0 : errno, "pidfd_open");
    pollfd ended{handle, POLLIN, 0};
    const int ready = poll(&ended, 1, static_cast<int>(limit.count() * 1000));
    close(handle);
    if (ready <= 0)
        throw std::runtime_error("the program has not ended");
    int status = 0;
    waitpid(pid_, &status, 0);
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace examwright::test
