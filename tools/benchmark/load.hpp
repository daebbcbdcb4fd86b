#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace examwright::bench {

/// Requests answered per second by a server on 127.0.0.1, over so many kept-alive connections from one
/// thread.
double requests_per_second(std::uint16_t port, const std::string& request, int connections,
                           std::chrono::milliseconds time);

/// The milliseconds that each of the requests took, one after another on one connection, for so long.
std::vector<double> latencies(std::uint16_t port, const std::string& request, std::chrono::milliseconds time);

}  // namespace examwright::bench
