#include "server/runtime/wakeup.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

namespace examwright {

namespace asio = boost::asio;

void wakeup::notify() {
    notified_ = true;
    timer_.cancel();
}

asio::awaitable<void> wakeup::wait(std::chrono::steady_clock::duration limit) {
    if (!notified_)
        co_await rest(limit);
    notified_ = false;
}

asio::awaitable<void> wakeup::rest(std::chrono::steady_clock::duration time) {
    timer_.expires_after(time);
    boost::system::error_code ignored;
    auto token = asio::redirect_error(asio::use_awaitable, ignored);
    co_await timer_.async_wait(token);
}

}  // namespace examwright
