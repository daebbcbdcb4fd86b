#pragma once

#include <string>
#include <vector>

namespace examwright {

/// `examwright backup FILE [--force] [--json]`: a copy of the database, also while a server runs on it. The
/// arguments are those after "backup". Returns the exit code: 0 the copy is on the disk, 1 it is not (why on
/// stderr; a file of that name is as it was), 2 wrong use.
int backup_command(const std::vector<std::string>& arguments);

}  // namespace examwright
