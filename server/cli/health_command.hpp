#pragma once

#include <string>
#include <vector>

namespace examwright {

/// examwright health; returns the exit code.
int health_command(const std::vector<std::string>& arguments);

}  // namespace examwright
