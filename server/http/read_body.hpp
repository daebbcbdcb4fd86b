#pragma once

#include <boost/asio/awaitable.hpp>
#include <cstddef>
#include <string>

#include "core/problem.hpp"
#include "server/http/message.hpp"

namespace examwright {

/// A streamed body that is needed as a whole; too_long, where it has more than `most` bytes.
boost::asio::awaitable<result<std::string>> read_whole(body_source& body, std::size_t most, problem too_long);

}  // namespace examwright
