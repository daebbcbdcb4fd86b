#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace examwright {

/// A moment in UTC, to the microsecond.
using timestamp = std::chrono::sys_time<std::chrono::microseconds>;

/// "2026-11-23T21:05:07.123456Z" (RFC 3339), for the outside.
std::string to_rfc3339(timestamp time);
/// "2026-11-23 21:05:07.123456", as the old service's tables have it; sorts as text.
std::string to_sql(timestamp time);
/// Reads what to_sql writes, with or without the fraction.
std::optional<timestamp> parse_sql(std::string_view text);

}  // namespace examwright
