#include "server/extract/subprocess.hpp"

#include <array>
#include <boost/asio/error.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>
#include <utility>

#include "server/extract/spawned_program.hpp"

namespace examwright {

namespace asio = boost::asio;

namespace {

/// Reads to the end. False, and no more read, where there is more than max.
asio::awaitable<bool> read_all(asio::posix::stream_descriptor& from, std::size_t max, std::string& into) {
    std::array<char, 16 * 1024> piece;
    for (;;) {
        boost::system::error_code error;
        auto token = asio::redirect_error(asio::use_awaitable, error);
        auto buffer = asio::buffer(piece);
        const std::size_t count = co_await from.async_read_some(buffer, token);
        if (error == asio::error::eof)
            co_return true;
        if (error)
            throw boost::system::system_error(error, "reading from a program");
        if (into.size() + count > max)
            co_return false;
        into.append(piece.data(), count);
    }
}

}  // namespace

asio::awaitable<subprocess_outcome> run_subprocess(std::vector<std::string> command, int input,
                                                   subprocess_limits limits) {
    const auto executor = co_await asio::this_coro::executor;
    auto program = std::make_shared<spawned_program>(executor, command, input);
    auto timed_out = std::make_shared<bool>(false);
    asio::steady_timer deadline(executor, limits.deadline);
    // The handler may still run when this coroutine is gone, so it owns nothing and refers to nothing of it.
    auto on_deadline = [weak = std::weak_ptr(program), timed_out](boost::system::error_code error) {
        const auto running = weak.lock();
        if (error || !running)
            return;
        *timed_out = true;
        running->kill();
    };
    deadline.async_wait(std::move(on_deadline));

    subprocess_outcome outcome;
    const bool whole = co_await read_all(program->output(), limits.output_bytes, outcome.output);
    outcome.cut = !whole;
    if (outcome.cut)
        program->kill();
    constexpr std::size_t errors_kept = 4096;
    const bool all_errors = co_await read_all(program->errors(), errors_kept, outcome.errors);
    if (!all_errors)
        program->kill();
    co_await program->end().async_wait(asio::posix::descriptor_base::wait_read, asio::use_awaitable);
    outcome.exit_code = program->reap();
    outcome.timed_out = *timed_out;
    co_return outcome;
}

}  // namespace examwright
