#pragma once

#include <string>
#include <vector>

namespace examwright {

/// `examwright check FILE.json [--json]`, "-" being stdin; the arguments are those after "check". Prints the
/// flaws of questions that were written elsewhere. Returns the exit code: 0 nothing found that drops a
/// question, 1 something did, 2 wrong use or an unreadable file (the reason on stderr).
int check_command(const std::vector<std::string>& arguments);

}  // namespace examwright
