#include "server/extract/spawned_program.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <memory>
#include <system_error>

namespace examwright {

namespace asio = boost::asio;

namespace {

[[noreturn]] void fail(int error, const std::string& what) {
    throw std::system_error(error, std::generic_category(), what);
}

/// A pipe whose reading end goes to `reader`; returns the writing end, closed when it goes out of scope.
class writing_end {
  public:
    explicit writing_end(asio::posix::stream_descriptor& reader) {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0)
            fail(errno, "pipe");
        descriptor_ = ends[1];
        reader.assign(ends[0]);
    }
    ~writing_end() { close(descriptor_); }
    writing_end(const writing_end&) = delete;
    writing_end& operator=(const writing_end&) = delete;
    int get() const { return descriptor_; }

  private:
    int descriptor_;
};

/// What the new process starts with: its standard descriptors, its own group, default signals.
class spawn_plan {
  public:
    spawn_plan(int input, int output, int errors) {
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO);
        sigset_t none, all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_init(&attributes);
        posix_spawnattr_setflags(&attributes,
                                 POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
        posix_spawnattr_setpgroup(&attributes, 0);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &all);
    }
    ~spawn_plan() {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
    spawn_plan(const spawn_plan&) = delete;
    spawn_plan& operator=(const spawn_plan&) = delete;

    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
};

pid_t spawn(const std::vector<std::string>& command, const spawn_plan& plan) {
    std::vector<char*> arguments;
    for (const auto& argument : command)
        arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    // Nothing of ours: the environment may hold the key.
    char path[] = "PATH=/usr/bin:/bin";
    char* environment[] = {path, nullptr};
    pid_t pid = -1;
    if (const int error =
            posix_spawnp(&pid, arguments[0], &plan.actions, &plan.attributes, arguments.data(), environment);
        error != 0)
        fail(error, command.front());
    return pid;
}

}  // namespace

spawned_program::spawned_program(asio::any_io_executor executor, const std::vector<std::string>& command,
                                 int input)
    : output_(executor), errors_(executor), end_(executor) {
    const writing_end output(output_), errors(errors_);
    const spawn_plan plan(input, output.get(), errors.get());
    pid_ = spawn(command, plan);
    const long end = syscall(SYS_pidfd_open, pid_, 0);
    if (end < 0) {
        const int error = errno;
        kill();
        waitpid(pid_, nullptr, 0);
        fail(error, "pidfd_open");
    }
    end_.assign(static_cast<int>(end));
}

spawned_program::~spawned_program() {
    if (pid_ < 0)
        return;
    kill();
    waitpid(pid_, nullptr, 0);
}

void spawned_program::kill() noexcept {
    if (pid_ > 0)
        ::kill(-pid_, SIGKILL);
}

int spawned_program::reap() {
    kill();  // what it may have left behind in its group
    int status = 0;
    if (waitpid(pid_, &status, 0) != pid_)
        fail(errno, "waitpid");
    pid_ = -1;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace examwright
