#include "tools/extract/sandbox/child_program.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <system_error>
#include <thread>

#include "tools/extract/failure.hpp"
#include "tools/extract/sandbox/resource_limits.hpp"

namespace examwright::extract {

namespace {

constexpr int not_found = 127;

[[noreturn]] void become(const std::vector<std::string>& command, int output, bool with_errors) {
    std::vector<char*> arguments;
    arguments.reserve(command.size() + 1);
    for (const auto& argument : command)
        arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    dup2(output, STDOUT_FILENO);
    // Where errors are dropped stderr is a descriptor that can't be written: there may be no /dev/null.
    dup2(with_errors ? output : STDIN_FILENO, STDERR_FILENO);
    signal(SIGPIPE, SIG_DFL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    forbid_new_processes();
    execvp(arguments.front(), arguments.data());
    _exit(not_found);
}

/// Returns false where `take` does, and reads no more then. Programs write some kilobytes at a time: to be
/// woken for each would cost them and us more time than reading what has gathered after a moment.
bool read_all(int from, const std::function<bool(std::string_view)>& take) {
    constexpr auto a_moment = std::chrono::milliseconds(1);
    char piece[64 * 1024];
    for (;;) {
        const ssize_t count = read(from, piece, sizeof(piece));
        if (count == 0)
            return true;
        if (count < 0)
            throw std::system_error(errno, std::generic_category(), "read");
        if (!take({piece, static_cast<std::size_t>(count)}))
            return false;
        if (static_cast<std::size_t>(count) < sizeof(piece) / 2)
            std::this_thread::sleep_for(a_moment);
    }
}

/// Programs end in many ways when no more memory is given to them: by an exit code, by SIGABRT, by SIGSEGV.
bool near_a_limit(const rusage& used) {
    const auto bytes = static_cast<std::size_t>(used.ru_maxrss) * 1024;
    const auto seconds = used.ru_utime.tv_sec + used.ru_stime.tv_sec;
    return bytes > memory_limit_bytes / 2 || seconds + 1 >= static_cast<long>(cpu_limit_seconds);
}

struct pipe_ends {
    int reading = -1;
    int writing = -1;
};

pipe_ends make_pipe() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        throw std::system_error(errno, std::generic_category(), "pipe");
    fcntl(ends[0], F_SETPIPE_SZ, 1 << 20);  // a page's picture; a smaller pipe does, too
    return {ends[0], ends[1]};
}

}  // namespace

program_result run_program(const std::vector<std::string>& command, std::size_t max_output,
                           bool with_errors) {
    std::string output;
    const auto collect = [&](std::string_view piece) {
        output += piece;
        return output.size() <= max_output;
    };
    auto result = run_program(command, collect, with_errors);
    result.output = std::move(output);
    return result;
}

program_result run_program(const std::vector<std::string>& command,
                           const std::function<bool(std::string_view)>& take, bool with_errors) {
    if (lseek(STDIN_FILENO, 0, SEEK_SET) != 0)
        throw failure(extraction_exit::usage, "stdin must be a file");
    const auto output = make_pipe();
    const pid_t child = fork();
    if (child < 0)
        throw std::system_error(errno, std::generic_category(), "fork");
    if (child == 0)
        become(command, output.writing, with_errors);
    close(output.writing);
    program_result result;
    result.cut = !read_all(output.reading, take);
    close(output.reading);  // who goes on to write ends by SIGPIPE
    int status = 0;
    rusage used{};
    if (wait4(child, &status, 0, &used) != child)
        throw std::system_error(errno, std::generic_category(), "wait4");
    if (WIFSIGNALED(status))
        result.signal = WTERMSIG(status);
    else
        result.exit_code = WEXITSTATUS(status);
    result.exhausted = status != 0 && !result.cut && near_a_limit(used);
    if (result.signal == 0 && result.exit_code == not_found)
        throw failure(extraction_exit::internal, command.front() + " is missing: install poppler-utils");
    return result;
}

}  // namespace examwright::extract
