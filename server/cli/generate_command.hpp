#pragma once

#include <string>
#include <vector>

namespace examwright {

/// `examwright generate FILE [-n 12] [--difficulty hard] [--format text|json|gift|docx...]`: the whole job
/// once, without a server and leaving nothing behind. The test goes to stdout, its progress to stderr.
/// Returns 0 for a whole test, 1 for a partial or failed one, 2 for wrong use.
int generate_command(const std::vector<std::string>& arguments);

}  // namespace examwright
