#pragma once

#include <string>
#include <vector>

namespace examwright {

/// examwright restore; returns the exit code.
int restore_command(const std::vector<std::string>& arguments);

}  // namespace examwright
