#pragma once

#include <string>
#include <vector>

namespace examwright {

/// `examwright simulate [--port N] [--latency-ms N] [--fail RULES]`; the arguments are those after
/// "simulate". The first line on stdout is `listening on http://127.0.0.1:NNNNN`. Returns the exit code: 0
/// after SIGTERM or SIGINT, 1 failed (the reason on stderr), 2 wrong use.
int simulate_command(const std::vector<std::string>& arguments);

}  // namespace examwright
