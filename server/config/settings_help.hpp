#pragma once

#include <string>

#include "server/config/config.hpp"

namespace examwright {

/// A line a setting for --help: its flag and variable, what it is for and the value in force (secrets
/// hidden).
std::string describe_config(const config& settings);

/// The table of README.md's section "Settings", line by line as it stands there.
std::string settings_as_markdown();

}  // namespace examwright
