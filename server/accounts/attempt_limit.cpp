#include "server/accounts/attempt_limit.hpp"

namespace examwright {

namespace {

constexpr std::size_t most_keys = 10'000;  // a stranger may make keys up

}  // namespace

void attempt_limit::failed(const std::string& key, timestamp now) {
    forget_old(now);
    auto& latest = failures_[key];
    if (latest.size() == most_)
        latest.erase(latest.begin());
    latest.push_back(now);
}

std::optional<std::chrono::seconds> attempt_limit::wait(const std::string& key, timestamp now) const {
    const auto found = failures_.find(key);
    if (found == failures_.end() || found->second.size() < most_)
        return std::nullopt;
    const auto left = found->second.front() + span_ - now;
    if (left <= left.zero())
        return std::nullopt;
    return std::chrono::ceil<std::chrono::seconds>(left);
}

void attempt_limit::forget_old(timestamp now) {
    if (failures_.size() < most_keys)
        return;
    std::erase_if(failures_, [&](const auto& entry) { return now - entry.second.back() >= span_; });
    if (failures_.size() >= most_keys)
        failures_.erase(failures_.begin());
}

}  // namespace examwright
