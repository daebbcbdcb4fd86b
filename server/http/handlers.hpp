#pragma once

#include <boost/asio/awaitable.hpp>
#include <memory>
#include <utility>

#include "server/http/message.hpp"

namespace examwright {

/// For the routes of one file, which share what they use: `const auto with = handlers_over(parts)`, and then
/// `with(list)` is the handler of `awaitable<http_response> list(Parts&, http_request&)`.
template <class Parts>
auto handlers_over(Parts parts) {
    using function = boost::asio::awaitable<http_response> (*)(Parts&, http_request&);
    return [shared = std::make_shared<Parts>(std::move(parts))](function handle) -> route_handler {
        return [shared, handle](http_request& request) { return handle(*shared, request); };
    };
}

}  // namespace examwright
