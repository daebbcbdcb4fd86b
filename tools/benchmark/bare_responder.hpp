#pragma once

#include <string>

namespace examwright::bench {

/// The barest Beast server: a coroutine a connection, the same body for every request. Prints its address as
/// the server does, and runs until it is ended.
int run_bare_responder(const std::string& body);

}  // namespace examwright::bench
