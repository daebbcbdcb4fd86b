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

/// What came back from one attempt, before anything was read into it.
struct http_answer {
    enum class transport {
        answered,
        connect_failed,
        proxy_failed,  // status: what the proxy answered, 0 for nothing that could be read
        untrusted,     // the certificate
        reset,
        timed_out,
        too_large,
    };
    transport outcome = transport::answered;
    std::string error;  // for the log, where outcome is not answered
    int status = 0;
    std::string body;
    std::optional<std::chrono::milliseconds>
        retry_after;                   // retry-after-ms, else retry-after; see parse_retry_after
    std::optional<bool> should_retry;  // x-should-retry
    std::string request_id;            // request-id, for the log
};

/// retry-after-ms, else retry-after in seconds or as an HTTP date (relative to now). Never negative.
std::optional<std::chrono::milliseconds> parse_retry_after(std::string_view retry_after_ms,
                                                           std::string_view retry_after,
                                                           std::chrono::system_clock::time_point now);

/// What an attempt means for its call.
enum class verdict {
    answered,   // text holds the reply
    refused,    // stop_reason refusal: not to be repeated
    truncated,  // max_tokens reached
    try_again,  // a passing fault, or a reply that can't be used
    timed_out,  // tried once more at most
    give_up,    // no repetition can mend this call; others may succeed (400, 413)
    fatal,      // nothing will be answered until the owner acts: bad key, spend limit, unknown model
};

struct attempt_reading {
    verdict what = verdict::try_again;
    std::string text;  // the text blocks, joined
    std::string
        sentence;  // for a person, unless answered: what happened and what to do; never holds the body
    token_usage usage;
    std::optional<std::chrono::milliseconds> retry_after;
};

/// In the order of the API's facts: transport, HTTP status, error type and code (never its message),
/// x-should-retry, stop_reason, text. A body that is no such JSON (HTML, half a body) is try_again.
attempt_reading read_attempt(const http_answer& answer);

}  // namespace examwright
