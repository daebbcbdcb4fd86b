#pragma once

#include <optional>

namespace examwright {

/// The listening socket that systemd handed over (sd_listen_fds(3)); nullopt without socket activation.
std::optional<int> activation_socket();

}  // namespace examwright
