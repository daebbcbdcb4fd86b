#pragma once

#include <string>
#include <vector>

#include "server/config/setting.hpp"

namespace examwright {

/// All settings, in the order in which help shows them.
const std::vector<setting>& all_settings();

/// A line a setting for --help: its flag and variable, what it is for and the value in force (secrets
/// hidden).
std::string describe_config(const config& settings);

/// The table of README.md's section "Settings", line by line as it stands there.
std::string settings_as_markdown();

}  // namespace examwright
