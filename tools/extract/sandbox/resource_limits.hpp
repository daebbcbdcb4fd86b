#pragma once

#include <cstddef>

namespace examwright::extract {

inline constexpr std::size_t memory_limit_bytes = 512u << 20;
inline constexpr unsigned cpu_limit_seconds = 20;  // of each process: this one and the one it starts

/// Sets the limits for this process and those it starts, for good: memory, CPU time, size of files, number of
/// open files, no core dumps. The server goes before them where the cores are busy. Throws system_error.
void set_resource_limits(std::size_t file_bytes);

/// For a child about to become another program: it may start no further process (root is exempt).
void forbid_new_processes();

}  // namespace examwright::extract
