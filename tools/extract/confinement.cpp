#include "tools/extract/confinement.hpp"

#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <system_error>

#include "tools/extract/landlock.hpp"
#include "tools/extract/resource_limits.hpp"
#include "tools/extract/syscall_filter.hpp"

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

std::string report(const confinement& in_force) {
    return "{\"landlock\": " + std::to_string(in_force.landlock_version) +
           ", \"seccomp\": " + (in_force.seccomp ? "true" : "false") +
           ", \"no_new_privs\": true, \"memory_mb\": " + std::to_string(memory_limit_bytes >> 20) +
           ", \"cpu_seconds\": " + std::to_string(cpu_limit_seconds) + "}\n";
}

}  // namespace examwright::extract
