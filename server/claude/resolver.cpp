#include "server/claude/resolver.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

namespace examwright {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

/// The system's look-up may take half a minute where no name server answers, and nothing ends it before.
/// Asio's resolver would let the others, and the end of the program, wait for it: so each has a thread of its
/// own, which shares this with the coroutine that waits.
struct lookup {
    std::mutex mutex;
    asio::steady_timer* wake = nullptr;  // never fires: cancelled to wake; none once the coroutine has left
    bool done = false;
    boost::system::error_code error;
    std::vector<tcp::endpoint> found;
};

class stay {
  public:
    stay(lookup& state, asio::steady_timer& wake) : state_(state) { state_.wake = &wake; }
    ~stay() {
        const std::lock_guard lock(state_.mutex);
        state_.wake = nullptr;
    }
    stay(const stay&) = delete;
    stay& operator=(const stay&) = delete;

  private:
    lookup& state_;
};

void wake(lookup& state) {
    const std::lock_guard lock(state.mutex);
    if (state.wake)
        state.wake->cancel();
}

void resolve(const std::shared_ptr<lookup>& state, const std::string& host, const std::string& port) {
    asio::io_context own;
    tcp::resolver resolver(own);
    boost::system::error_code error;
    const auto results = resolver.resolve(host, port, error);
    const std::lock_guard lock(state->mutex);
    if (!state->wake)
        return;
    state->done = true;
    state->error = error;
    state->found.assign(results.begin(), results.end());
    asio::post(state->wake->get_executor(), [state] { wake(*state); });
}

}  // namespace

asio::awaitable<std::vector<tcp::endpoint>> look_up(std::string host, std::string port) {
    const auto executor = co_await asio::this_coro::executor;
    asio::steady_timer timer(executor, asio::steady_timer::time_point::max());
    const auto state = std::make_shared<lookup>();
    const stay here(*state, timer);
    std::thread([state, host, port] { resolve(state, host, port); }).detach();
    boost::system::error_code woken;
    auto token = asio::redirect_error(asio::use_awaitable, woken);
    co_await timer.async_wait(token);
    const auto cancellation = co_await asio::this_coro::cancellation_state;
    const std::lock_guard lock(state->mutex);
    if (!state->done || cancellation.cancelled() != asio::cancellation_type::none)
        throw boost::system::system_error(asio::error::operation_aborted);
    if (state->error)
        throw boost::system::system_error(state->error, "looking up " + host);
    co_return std::move(state->found);
}

}  // namespace examwright
