#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "core/timestamp.hpp"

namespace examwright {

/// Counts what somebody tries in vain, by a key: so many times in a span of time, then no more until it is
/// over.
class attempt_limit {
  public:
    attempt_limit(int most, std::chrono::seconds span) : most_(most), span_(span) {}

    void failed(const std::string& key, timestamp now);
    void succeeded(const std::string& key) { failures_.erase(key); }
    /// How long to wait before the next attempt; nothing where it is free.
    std::optional<std::chrono::seconds> wait(const std::string& key, timestamp now) const;

  private:
    struct failures {
        int count = 0;
        timestamp since;
    };
    void forget_old(timestamp now);

    int most_;
    std::chrono::seconds span_;
    std::map<std::string, failures> failures_;
};

}  // namespace examwright
