#pragma once

#include <string>
#include <vector>

namespace examwright {

/// `examwright serve [settings]`: runs the server until SIGTERM or SIGINT. The first line on stdout names its
/// address: "listening on http://127.0.0.1:8000". `--help` lists the settings with the values in force,
/// `--help-markdown` prints README.md's table of them. Returns 0 after a clean stop, 2 for a setting that
/// can't be used.
int serve_command(const std::vector<std::string>& arguments);

}  // namespace examwright
