#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <string>

#include "core/claude/attempt.hpp"

namespace examwright {

/// Something that speaks the Messages API.
class llm_client {
  public:
    virtual ~llm_client() = default;

    /// One attempt of POST /v1/messages, no repetition (but for a reset of a reused connection before any
    /// byte of the reply: repeated at once on a fresh one). Whatever goes wrong is told in the answer; throws
    /// only when cancelled (terminal), which closes the connection within the same turn of the loop. limit:
    /// for the whole attempt.
    virtual boost::asio::awaitable<http_answer> send(std::string body, std::chrono::milliseconds limit) = 0;
};

}  // namespace examwright
