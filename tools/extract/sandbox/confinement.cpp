#include "tools/extract/sandbox/confinement.hpp"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <system_error>

#include "tools/extract/sandbox/landlock.hpp"
#include "tools/extract/sandbox/resource_limits.hpp"
#include "tools/extract/sandbox/syscall_filter.hpp"

namespace examwright::extract {

namespace {

void close_inherited_descriptors() {
    if (syscall(SYS_close_range, 3U, ~0U, 0U) == 0)
        return;
    const long last = sysconf(_SC_OPEN_MAX);  // a kernel before 5.9
    for (int descriptor = 3; descriptor < last; ++descriptor)
        close(descriptor);
}

void clean_environment() {
    clearenv();
    setenv("PATH", "/usr/bin:/bin", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
}

}  // namespace

confinement confine_this_process(std::size_t file_bytes) {
    close_inherited_descriptors();
    clean_environment();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_DUMPABLE, 0);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        throw std::system_error(errno, std::generic_category(), "no_new_privs");
    set_resource_limits(file_bytes);
    confinement in_force;
    in_force.landlock_version = restrict_files();
    in_force.seccomp = restrict_syscalls();
    return in_force;
}

namespace {

bool can_open(const char* path, int flags) {
    const int file = open(path, flags | O_CLOEXEC, 0600);
    if (file >= 0)
        close(file);
    return file >= 0;
}

/// The signals of a descriptor can be sent to another process, and files' attributes be changed.
bool can_reach_beyond() {
    return fcntl(STDIN_FILENO, F_SETOWN, getppid()) == 0 || fcntl(STDIN_FILENO, F_SETSIG, SIGIO) == 0 ||
           fcntl(STDIN_FILENO, F_SETFL, O_ASYNC) == 0 || fchmod(STDIN_FILENO, S_IRUSR | S_IWUSR) == 0 ||
           futimens(STDIN_FILENO, nullptr) == 0 || setpriority(PRIO_PROCESS, 0, 1) == 0;
}

bool can_make_socket() {
    const int made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (made >= 0)
        close(made);
    return made >= 0;
}

const char* boolean(bool value) {
    return value ? "true" : "false";
}

}  // namespace

std::string report(const confinement& in_force) {
    // Tried rather than believed.
    const bool reads_more = can_open("/etc/passwd", O_RDONLY) || can_open("/proc/self/status", O_RDONLY);
    const bool writes = can_open("/tmp", O_TMPFILE | O_WRONLY) || can_open("/dev/null", O_WRONLY);
    return std::string("{\"landlock\": ") + std::to_string(in_force.landlock_version) +
           ", \"seccomp\": " + boolean(in_force.seccomp) +
           ", \"no_new_privs\": true, \"memory_mb\": " + std::to_string(memory_limit_bytes >> 20) +
           ", \"cpu_seconds\": " + std::to_string(cpu_limit_seconds) +
           ", \"makes_sockets\": " + boolean(can_make_socket()) +
           ", \"reads_other_files\": " + boolean(reads_more) + ", \"writes_files\": " + boolean(writes) +
           ", \"reaches_beyond\": " + boolean(can_reach_beyond()) + "}\n";
}

}  // namespace examwright::extract
