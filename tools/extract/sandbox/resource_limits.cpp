#include "tools/extract/sandbox/resource_limits.hpp"

#include <sys/resource.h>

#include <system_error>

namespace examwright::extract {

namespace {

void set_limit(decltype(RLIMIT_AS) resource, rlim_t wanted) {
    rlimit limit{};
    if (getrlimit(resource, &limit) != 0)
        throw std::system_error(errno, std::generic_category(), "getrlimit");
    // A limit that stands lower already can't be raised, and needn't be.
    const rlim_t value = limit.rlim_max == RLIM_INFINITY || wanted < limit.rlim_max ? wanted : limit.rlim_max;
    limit = {value, value};
    if (setrlimit(resource, &limit) != 0)
        throw std::system_error(errno, std::generic_category(), "setrlimit");
}

}  // namespace

void set_resource_limits(std::size_t file_bytes) {
    set_limit(RLIMIT_AS, memory_limit_bytes);
    set_limit(RLIMIT_CPU, cpu_limit_seconds);
    set_limit(RLIMIT_FSIZE, file_bytes);
    set_limit(RLIMIT_NOFILE, 32);
    set_limit(RLIMIT_CORE, 0);
    setpriority(PRIO_PROCESS, 0, 5);  // people wait for the server's answers, and on few cores
}

void forbid_new_processes() {
    set_limit(RLIMIT_NPROC, 0);
}

}  // namespace examwright::extract
