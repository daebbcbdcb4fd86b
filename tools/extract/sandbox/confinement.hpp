#pragma once

#include <cstddef>
#include <string>

namespace examwright::extract {

/// What this kernel let us put in force.
struct confinement {
    int landlock_version = 0;  // 0: none
    bool seccomp = false;
};

/// Gives up, for this process and those it starts, all that reading a document doesn't need: inherited
/// descriptors and environment, privileges, memory and time without end, files, network. To be called before
/// the first byte of the document is read. Throws where the kernel fails; what it doesn't have is told.
confinement confine_this_process(std::size_t file_bytes);

/// One line of JSON: what is in force, and what this process could still do when it tried.
std::string report(const confinement& in_force);

}  // namespace examwright::extract
