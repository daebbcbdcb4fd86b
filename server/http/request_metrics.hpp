#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string_view>
#include <utility>

#include "server/runtime/metrics.hpp"

namespace examwright {

/// What the HTTP server has answered, by route and status, and how long it took. On the I/O thread.
class request_metrics {
  public:
    /// route: the pattern, empty where no route was found; what method and path such a request had is not
    /// kept, so that no client decides how much there is to keep.
    void answered(std::string_view method, std::string_view route, unsigned status,
                  std::chrono::steady_clock::duration time);
    void write(exposition& out) const;

  private:
    using method_and_route = std::pair<std::string_view, std::string_view>;  // of static storage

    std::map<std::pair<method_and_route, unsigned>, std::uint64_t> by_status_;
    std::map<method_and_route, histogram> durations_;
};

}  // namespace examwright
