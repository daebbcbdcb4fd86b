#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace examwright::bench {

struct mixed_request {
    std::string text;  // of the whole request
    int weight = 1;    // how often it comes, against the others
    bool timed = false;
};

struct mixed_result {
    std::int64_t answers = 0;
    std::int64_t server_errors = 0;  // 5xx
    std::vector<double> timed_ms;    // of the timed requests
    std::vector<unsigned> refusals;  // statuses of 400 and more, as they came
};

/// So many connections to a server on 127.0.0.1 ask for one of the requests after another, at random.
mixed_result run_mixed_load(std::uint16_t port, const std::vector<mixed_request>& requests, int connections,
                            std::chrono::seconds time);

}  // namespace examwright::bench
