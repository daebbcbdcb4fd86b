#pragma once

#include <vector>

#include "server/config/setting.hpp"

namespace examwright {

/// All settings, in the order in which help shows them.
const std::vector<setting>& all_settings();

}  // namespace examwright
