#pragma once

#include <chrono>
#include <optional>

#include "core/claude/attempt.hpp"

namespace examwright {

inline constexpr int max_attempts = 4;  // the seed's four attempts
inline constexpr int max_truncations = 2;
inline constexpr int max_timeouts = 2;  // a timeout is tried once more, not three times

/// The attempts of one call. Pure: the caller sleeps.
class retry_state {
  public:
    /// After an attempt that read as try_again, timed_out or truncated-at-one-question: how long to wait
    /// before the next, or nothing where the call has failed. Waits of 1, 2, 4 s (8 at most) less up to a
    /// quarter of jitter (0..1), or what the server asked for; a wait longer than time_left fails the call at
    /// once.
    std::optional<std::chrono::milliseconds> next(verdict what,
                                                  std::optional<std::chrono::milliseconds> retry_after,
                                                  double jitter, std::chrono::milliseconds time_left);

    int attempts() const { return attempts_; }

  private:
    int attempts_ = 0;
    int timeouts_ = 0;
    int truncations_ = 0;
};

}  // namespace examwright
