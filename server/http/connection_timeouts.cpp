#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/socket_base.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <optional>

#include "server/http/connection.hpp"

// How a connection ends other than by itself: late, idle, or in the middle of a request.

namespace examwright {

namespace asio = boost::asio;
using boost::system::error_code;
using namespace std::chrono_literals;
using clock = std::chrono::steady_clock;

void http_connection::close() {
    error_code ignored;
    socket_.shutdown(asio::socket_base::shutdown_both, ignored);
    socket_.close(ignored);
}

void http_connection::give_up() {
    deadline_ = time_point::max();
    const auto tell = [this](log_level level, std::string_view at) {
        service_.log.write(level, "a connection took too long",
                           {{"at", at}, {"route", route_pattern_}, {"id", request_id_}, {"peer", peer_}});
    };
    switch (phase_) {
        case phase::idle: break;
        case phase::reading:
            tell(log_level::info, "sending its request");
            answer_late(problem_response(408, "Request Timeout", "The request took too long to arrive."));
            break;
        case phase::handling:
            tell(log_level::warning, "its request's work");
            answer_late(problem_response(
                problem{problem_kind::unavailable, "The server did not get this done in time."}));
            break;
        case phase::sending: tell(log_level::info, "taking its answer"); break;
    }
    close();
    cancel();
}

/// Of what is sent no more is than the socket takes at once: who is late has no claim to be waited for.
void http_connection::answer_late(const http_response& response) {
    write_head(head_, response, {request_id_, service_.date, 11, false});
    const std::array parts{asio::buffer(std::as_const(head_)), asio::buffer(response.body)};
    error_code ignored;
    socket_.write_some(parts, ignored);
    service_.answers.answered(method_, route_pattern_, response.status, clock::now() - begin_);
}

std::optional<http_connection::time_point> http_connection::waiting_since() const {
    const bool small = phase_ == phase::reading && deadline_ - since_ <= service_.limits.request;
    return is_idle() || small ? std::optional(since_) : std::nullopt;
}

void http_connection::close_if_idle() {
    error_code ignored;
    // The read is cancelled and not the socket closed: a request that has been read this instant is answered.
    if (phase_ == phase::idle && socket_.available(ignored) == 0)
        socket_.cancel(ignored);
}

/// Reads on, and drops, what comes after the last answer: a client that is still sending when the connection
/// closes gets to see a broken pipe instead of the answer.
asio::awaitable<void> http_connection::drain() {
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    socket_.shutdown(asio::socket_base::shutdown_send, error);
    const auto end = clock::now() + service_.limits.upload;
    const std::size_t most = 4 * service_.limits.upload_bytes;
    for (std::size_t taken = 0; !error && taken < most && clock::now() < end;) {
        enter(phase::idle, 2s, clock::now());
        buffer_.clear();
        auto room = buffer_.prepare(16 * 1024);
        const std::size_t got = co_await socket_.async_read_some(room, token);
        taken += got;
    }
}

}  // namespace examwright
