#pragma once

#include <string>
#include <vector>

namespace examwright {

/// `examwright migrate status|up|down|import FILE [--data DIR]`; the arguments are those after "migrate".
/// Returns the exit code: 0 done, 1 failed (the reason on stderr), 2 wrong use.
int migrate_command(const std::vector<std::string>& arguments);

}  // namespace examwright
