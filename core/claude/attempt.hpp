#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "core/claude/messages_api.hpp"

namespace examwright {

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
    enum class delivery {
        answered,  // usage tells what it took; an error takes nothing
        not_sent,
        unknown,  // sent, but the answer did not come
    };
    verdict what = verdict::try_again;
    delivery reached = delivery::answered;
    std::string text;          // the text blocks, joined
    std::string sentence;      // for a person, unless answered: what happened and what to do
    std::string server_words;  // of an error, as the server explains it: one line, for the log
    token_usage usage;
    std::optional<std::chrono::milliseconds> retry_after;
};

/// Decides by transport, HTTP status, error code, x-should-retry, stop_reason and text, in this order. The
/// error's message is only quoted: in the sentence where it is about the request (400, 404 ...). A body that
/// is not such JSON (HTML, half a body) is try_again.
attempt_reading read_attempt(const http_answer& answer);

}  // namespace examwright
