#pragma once

#include <string>
#include <vector>

namespace examwright {

/// `examwright user add|passwd|role|list|remove`: the accounts, straight in the data folder, also while a
/// server runs on it. The arguments are those after "user". Returns the exit code: 0 done, 1 not done (why on
/// stderr), 2 wrong use.
int user_command(const std::vector<std::string>& arguments);

}  // namespace examwright
