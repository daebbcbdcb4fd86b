#include "core/claude/retry.hpp"

#include <algorithm>
#include <cmath>

namespace examwright {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds first_wait{1000};  // the seed: 1, 2, 4 s, 8 at most
constexpr milliseconds longest_wait{8000};
constexpr double most_jitter = 0.25;

}  // namespace

std::optional<milliseconds> retry_state::next(verdict what, std::optional<milliseconds> retry_after,
                                              double jitter, milliseconds time_left) {
    ++attempts_;
    if (what == verdict::timed_out && ++timeouts_ >= max_timeouts)
        return std::nullopt;
    if (what == verdict::truncated && ++truncations_ >= max_truncations)
        return std::nullopt;
    if (attempts_ >= max_attempts)
        return std::nullopt;
    auto wait = std::min(first_wait * (1 << (attempts_ - 1)), longest_wait);
    wait -= milliseconds(std::llround(static_cast<double>(wait.count()) * most_jitter * jitter));
    if (retry_after)
        wait = *retry_after;
    if (wait >= time_left)
        return std::nullopt;
    return wait;
}

}  // namespace examwright
