#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/claude/attempt.hpp"
#include "core/generation/call_kind.hpp"
#include "server/runtime/metrics.hpp"

namespace examwright {

/// What the jobs of this run of the server came to: their tests, and each attempt of a Claude call. On the
/// jobs' strand.
class job_metrics {
  public:
    job_metrics();

    /// cost_usd: nothing for a model whose prices are not known.
    void called(call_kind kind, const http_answer& answer, const attempt_reading& reading,
                std::chrono::steady_clock::duration time, std::optional<double> cost_usd);
    void ended(const std::string& status) { ++tests_[status]; }
    void write(exposition& out) const;

  private:
    struct calls {
        std::map<std::string_view, std::uint64_t> by_outcome;
        histogram durations;
    };

    std::map<std::string, std::uint64_t> tests_{{"completed", 0}, {"partial", 0}, {"failed", 0}};
    std::map<std::string_view, calls> calls_;  // by kind
    token_usage tokens_;
    double cost_usd_ = 0;
};

}  // namespace examwright
