#pragma once

#include <boost/json/object.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace examwright {

/// What a model is asked: a system text and one user message.
struct prompt {
    std::string system;
    std::string user;
};

/// Tokens as the API counted them. Input is the sum of its three input counters.
struct token_usage {
    std::int64_t input = 0;
    std::int64_t output = 0;
    std::int64_t cache_write = 0;  // part of input
    std::int64_t cache_read = 0;   // part of input
    token_usage& operator+=(const token_usage& other);
};

struct message_settings {
    std::string model = "claude-sonnet-5-5";
    std::string effort = "low";
};

/// The JSON body of POST /v1/messages, which asks for a reply by a JSON schema.
std::string render_message_request(const message_settings& settings, const boost::json::object& schema,
                                   int max_tokens, const prompt& prompt);

/// retry-after-ms, else retry-after in seconds or as an HTTP date (relative to now). Never negative.
std::optional<std::chrono::milliseconds> parse_retry_after(std::string_view retry_after_ms,
                                                           std::string_view retry_after,
                                                           std::chrono::system_clock::time_point now);

}  // namespace examwright
