#pragma once

#include <string>
#include <vector>

namespace examwright {

/// `examwright doctor [settings] [--json]`: what is installed, what is in force, and what an owner should do.
/// Changes nothing and spends no token. The arguments are those after "doctor". Returns the exit code: 0
/// without an error (there may be warnings), 1 with one, 2 wrong use.
int doctor_command(const std::vector<std::string>& arguments);

}  // namespace examwright
