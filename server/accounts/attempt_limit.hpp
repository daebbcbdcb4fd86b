#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <optional>
#include <string>

#include "server/accounts/recent_map.hpp"

namespace examwright {

/// Limits attempts per key: once `most` were counted within `span`, wait() returns how long until the oldest
/// of them no longer counts. Bounded: the key that was counted longest ago makes room for a new one.
class attempt_limit {
  public:
    using time_point = std::chrono::steady_clock::time_point;

    explicit attempt_limit(std::chrono::seconds span, std::size_t most_keys = 10'000)
        : span_(span), times_(most_keys) {}

    void count(const std::string& key, time_point now);
    /// Takes back what count() counted at this time.
    void take_back(const std::string& key, time_point counted);
    void forget(const std::string& key) { times_.erase(key); }
    /// How many attempts count now.
    std::size_t counted(const std::string& key, time_point now) const;
    /// How long to wait before the next attempt; nullopt where it is free.
    std::optional<std::chrono::seconds> wait(const std::string& key, std::size_t most, time_point now) const;

  private:
    std::chrono::seconds span_;
    recent_map<std::deque<time_point>> times_;
};

}  // namespace examwright
