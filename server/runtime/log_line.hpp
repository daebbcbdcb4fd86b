#pragma once

#include <chrono>
#include <initializer_list>
#include <string>
#include <string_view>

#include "server/runtime/log.hpp"

namespace examwright {

/// One line of the log, its end included. Whatever a value holds, it can't begin a line of its own, and as
/// JSON the line can be parsed: control characters are escaped, bytes that are no UTF-8 replaced.
void append_log_line(std::string& out, logger::format form, std::chrono::system_clock::time_point now,
                     log_level level, std::string_view message, std::initializer_list<log_field> fields);

}  // namespace examwright
