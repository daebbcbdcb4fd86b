#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/timestamp.hpp"

namespace examwright {

/// Counts what somebody tries in vain, by a key: so many times within any span of this length, then no more
/// until the first of them is over.
class attempt_limit {
  public:
    attempt_limit(std::size_t most, std::chrono::seconds span) : most_(most), span_(span) {}

    void failed(const std::string& key, timestamp now);
    void succeeded(const std::string& key) { failures_.erase(key); }
    /// How long to wait before the next attempt; nothing where it is free.
    std::optional<std::chrono::seconds> wait(const std::string& key, timestamp now) const;

  private:
    void forget_old(timestamp now);

    std::size_t most_;
    std::chrono::seconds span_;
    std::map<std::string, std::vector<timestamp>> failures_;  // the latest of each, most_ of them
};

}  // namespace examwright
