#include "server/jobs/job_metrics.hpp"

#include <array>

namespace examwright {

namespace {

constexpr std::array bounds{0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0};
constexpr std::array outcomes{"answered",     "refused",      "truncated", "timed_out", "unreachable",
                              "rate_limited", "server_error", "rejected",  "unusable"};

std::string_view outcome_of(const http_answer& answer, verdict what) {
    switch (what) {
        case verdict::answered: return "answered";
        case verdict::refused: return "refused";
        case verdict::truncated: return "truncated";
        case verdict::timed_out: return "timed_out";
        case verdict::try_again:
        case verdict::give_up:
        case verdict::fatal: break;
    }
    if (answer.outcome != http_answer::transport::answered)
        return "unreachable";
    if (answer.status == 429)
        return "rate_limited";
    if (answer.status >= 500)
        return "server_error";
    return answer.status >= 400 ? "rejected" : "unusable";
}

}  // namespace

/// What has not happened yet is a zero, not missing: else the first of its kind would go unseen.
job_metrics::job_metrics() {
    for (const auto kind : {call_kind::write, call_kind::review}) {
        auto& each = calls_.try_emplace(to_string(kind), calls{{}, histogram(bounds)}).first->second;
        for (const char* outcome : outcomes)
            each.by_outcome[outcome] = 0;
    }
}

void job_metrics::called(call_kind kind, const http_answer& answer, const attempt_reading& reading,
                         std::chrono::steady_clock::duration time, std::optional<double> cost_usd) {
    auto& of_kind = calls_.at(to_string(kind));
    ++of_kind.by_outcome[outcome_of(answer, reading.what)];
    of_kind.durations.observe(std::chrono::duration<double>(time).count());
    tokens_ += reading.usage;
    cost_usd_ += cost_usd.value_or(0);
}

void job_metrics::write(exposition& out) const {
    out.family("examwright_tests_ended_total", "counter", "Tests that ended, by their status.");
    for (const auto& [status, count] : tests_)
        out.sample(static_cast<double>(count), {{"status", status}});
    out.family("examwright_claude_requests_total", "counter",
               "Requests to Claude that came to an end, repeated ones included, by outcome.");
    for (const auto& [kind, each] : calls_)
        for (const auto& [outcome, count] : each.by_outcome)
            out.sample(static_cast<double>(count), {{"kind", kind}, {"outcome", outcome}});
    out.family("examwright_claude_request_duration_seconds", "histogram", "How long each of them took.");
    for (const auto& [kind, each] : calls_)
        out.sample(each.durations, {{"kind", kind}});
    out.family("examwright_claude_tokens_total", "counter", "Tokens as Claude counted them.");
    out.sample(static_cast<double>(tokens_.input), {{"direction", "input"}});
    out.sample(static_cast<double>(tokens_.output), {{"direction", "output"}});
    out.counter("examwright_claude_cost_usd_total", "What they cost, where the model's prices are known.",
                cost_usd_);
}

}  // namespace examwright
