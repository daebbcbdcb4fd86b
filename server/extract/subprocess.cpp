#include "server/extract/subprocess.hpp"

#include <array>
#include <boost/asio/error.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
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

/// Kills a program at its deadline, which can be put off.
class deadline_guard {
  public:
    deadline_guard(asio::any_io_executor executor, std::weak_ptr<spawned_program> program,
                   std::chrono::steady_clock::duration span)
        : timer_(executor), program_(std::move(program)), span_(span) {
        restart();
    }

    void restart() {
        timer_.expires_after(span_);
        // The handler may still run when this object is gone, so it refers to nothing of it.
        auto on_deadline = [program = program_, timed_out = timed_out_](boost::system::error_code error) {
            const auto running = program.lock();
            if (error || !running)
                return;
            *timed_out = true;
            running->kill();
        };
        timer_.async_wait(std::move(on_deadline));
    }
    bool timed_out() const { return *timed_out_; }

  private:
    asio::steady_timer timer_;
    std::weak_ptr<spawned_program> program_;
    std::chrono::steady_clock::duration span_;
    std::shared_ptr<bool> timed_out_ = std::make_shared<bool>(false);
};

/// Gives `take` everything that can be read.
asio::awaitable<void> read_all(asio::posix::stream_descriptor& from,
                               std::function<void(std::string_view)> take) {
    std::array<char, 16 * 1024> piece;
    for (;;) {
        boost::system::error_code error;
        auto token = asio::redirect_error(asio::use_awaitable, error);
        auto buffer = asio::buffer(piece);
        const std::size_t count = co_await from.async_read_some(buffer, token);
        if (error == asio::error::eof)
            co_return;
        if (error)
            throw boost::system::system_error(error, "reading from a program");
        take({piece.data(), count});
    }
}

}  // namespace

asio::awaitable<subprocess_outcome> run_subprocess(subprocess_task task) {
    using namespace asio::experimental::awaitable_operators;
    const auto executor = co_await asio::this_coro::executor;
    auto program = std::make_shared<spawned_program>(executor, task.command, task.input);
    deadline_guard deadline(executor, program, task.deadline);
    subprocess_outcome outcome;
    std::function<void(std::string_view)> on_output = [&](std::string_view piece) {
        const auto verdict = outcome.cut ? output_verdict::stop : task.output(piece);
        if (verdict == output_verdict::go_on_and_restart_deadline)
            deadline.restart();
        if (verdict != output_verdict::stop)
            return;
        outcome.cut = true;
        program->kill();
    };
    constexpr std::size_t errors_kept = 4096;
    std::function<void(std::string_view)> on_errors = [&](std::string_view piece) {
        outcome.errors += piece.substr(0, errors_kept - outcome.errors.size());
    };
    // Both at once: a program that fills one pipe while the other is read would wait for ever.
    auto both = read_all(program->output(), std::move(on_output)) &&
                read_all(program->errors(), std::move(on_errors));
    co_await std::move(both);
    co_await program->end().async_wait(asio::posix::descriptor_base::wait_read, asio::use_awaitable);
    outcome.exit_code = program->reap();
    outcome.timed_out = deadline.timed_out();
    co_return outcome;
}

}  // namespace examwright
