#include "server/runtime/activation.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace examwright {

namespace {

constexpr int first_descriptor = 3;

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

}  // namespace

std::optional<int> activation_socket() {
    const bool for_us = variable("LISTEN_PID") == std::to_string(::getpid());
    const auto count = variable("LISTEN_FDS");
    if (!for_us || count.empty() || count == "0")
        return std::nullopt;
    ::fcntl(first_descriptor, F_SETFD, FD_CLOEXEC);  // not for the programs that read documents
    return first_descriptor;
}

}  // namespace examwright
