#include "server/accounts/attempt_limit.hpp"

#include <algorithm>

namespace examwright {

namespace {

constexpr std::size_t most_times = 1000;  // of a key: no limit is higher

}  // namespace

void attempt_limit::count(const std::string& key, time_point now) {
    auto& times = times_.touch(key);
    while (!times.empty() && (now - times.front() >= span_ || times.size() == most_times))
        times.pop_front();
    times.push_back(now);
}

void attempt_limit::take_back(const std::string& key, time_point counted) {
    auto* const times = times_.find(key);
    if (!times)
        return;
    if (const auto at = std::ranges::find(*times, counted); at != times->end())
        times->erase(at);
    if (times->empty())
        forget(key);
}

std::size_t attempt_limit::counted(const std::string& key, time_point now) const {
    const auto* const times = times_.find(key);
    if (!times)
        return 0;
    const auto first = std::ranges::find_if(*times, [&](time_point each) { return now - each < span_; });
    return static_cast<std::size_t>(times->end() - first);
}

std::optional<std::chrono::seconds> attempt_limit::wait(const std::string& key, std::size_t most,
                                                        time_point now) const {
    if (counted(key, now) < most)
        return std::nullopt;
    const auto& times = *times_.find(key);
    const auto oldest = times[times.size() - most];  // when it is over, one more is free
    return std::max(std::chrono::seconds(1), std::chrono::ceil<std::chrono::seconds>(oldest + span_ - now));
}

}  // namespace examwright
