#pragma once

#include <string>
#include <vector>

namespace examwright {

/// examwright config; returns the exit code.
int config_command(const std::vector<std::string>& arguments);

}  // namespace examwright
