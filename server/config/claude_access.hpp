#pragma once

#include "server/claude/claude_client.hpp"
#include "server/config/config.hpp"

namespace examwright {

/// How Claude is reached by these settings.
claude_settings claude_settings_of(const config& settings);

}  // namespace examwright
