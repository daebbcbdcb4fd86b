#pragma once

#include <boost/asio/awaitable.hpp>
#include <string>

#include "core/claude/attempt.hpp"
#include "server/claude/byte_stream.hpp"

namespace examwright {

/// How far the reading of a reply came.
struct reply_state {
    bool begun = false;     // a byte of it has arrived
    bool reusable = false;  // complete, and the connection stays open
};

/// Reads one HTTP reply into answer. Throws system_error where the connection breaks off; a reply that is no
/// HTTP or too large is told in answer.outcome.
boost::asio::awaitable<void> read_reply(byte_stream& stream, http_answer& answer, reply_state& state);

}  // namespace examwright
