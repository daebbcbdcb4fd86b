#include "server/runtime/process_metrics.hpp"

#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>

namespace examwright {

namespace {

double seconds_of(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// Of /proc/self/stat (proc(5)), counted from 1; 3 is the first after the program's name.
double stat_field(int number) {
    std::ifstream file("/proc/self/stat");
    file.ignore(std::numeric_limits<std::streamsize>::max(), ')');
    std::string field;
    for (int i = 3; i <= number; ++i)
        file >> field;
    return file ? std::stod(field) : 0;
}

double start_time() {
    const double since_boot = stat_field(22) / static_cast<double>(sysconf(_SC_CLK_TCK));
    return seconds_of(CLOCK_REALTIME) - seconds_of(CLOCK_BOOTTIME) + since_boot;
}

double open_descriptors() {
    std::error_code unreadable;
    const std::filesystem::directory_iterator all("/proc/self/fd", unreadable);
    return static_cast<double>(std::distance(begin(all), end(all)));
}

}  // namespace

void write_process_metrics(exposition& out) {
    rlimit descriptors{};
    getrlimit(RLIMIT_NOFILE, &descriptors);
    const auto page = static_cast<double>(sysconf(_SC_PAGESIZE));
    out.counter("process_cpu_seconds_total", "User and system processor time in seconds.",
                seconds_of(CLOCK_PROCESS_CPUTIME_ID));
    out.gauge("process_resident_memory_bytes", "Resident memory in bytes.", stat_field(24) * page);
    out.gauge("process_virtual_memory_bytes", "Virtual memory in bytes.", stat_field(23));
    out.gauge("process_start_time_seconds", "Start of the process, in seconds since 1970.", start_time());
    out.gauge("process_open_fds", "Open file descriptors.", open_descriptors());
    out.gauge("process_max_fds", "File descriptors that may be open.",
              static_cast<double>(descriptors.rlim_cur));
}

}  // namespace examwright
