#include "server/http/request_metrics.hpp"

#include <array>
#include <string>

namespace examwright {

namespace {

constexpr std::array bounds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                            0.25,   0.5,   1.0,    2.5,   5.0,  10.0,  30.0, 120.0};

}  // namespace

void request_metrics::answered(std::string_view method, std::string_view route, unsigned status,
                               std::chrono::steady_clock::duration time) {
    const auto what = route.empty() ? method_and_route{"-", "-"} : method_and_route{method, route};
    ++by_status_[{what, status}];
    const auto seconds = std::chrono::duration<double>(time).count();
    durations_.try_emplace(what, bounds).first->second.observe(seconds);
}

void request_metrics::write(exposition& out) const {
    out.family("examwright_http_requests_total", "counter",
               "Requests answered, by route (- for a path or method that there is none for) and status.");
    for (const auto& [key, count] : by_status_)
        out.sample(static_cast<double>(count), {{"method", key.first.first},
                                                {"route", key.first.second},
                                                {"status", std::to_string(key.second)}});
    out.family("examwright_http_request_duration_seconds", "histogram",
               "From the arrival of a request's header to the end of its answer.");
    for (const auto& [what, times] : durations_)
        out.sample(times, {{"method", what.first}, {"route", what.second}});
}

}  // namespace examwright
