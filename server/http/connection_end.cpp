#include <boost/asio/redirect_error.hpp>
#include <boost/asio/socket_base.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/verb.hpp>
#include <cstdint>

#include "server/http/connection.hpp"

// How a connection ends other than by itself, and what it tells the log.

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
                           {{"at", at}, {"route", route_pattern_}, {"peer", peer_}});
    };
    switch (phase_) {
        case phase::idle: break;
        case phase::reading: tell(log_level::info, "sending its request"); break;
        case phase::handling: tell(log_level::warning, "its request's work"); break;
        case phase::sending: tell(log_level::info, "taking its answer"); break;
    }
    close();
    cancel();
}

void http_connection::close_if_idle() {
    error_code ignored;
    // The read is cancelled and not the socket closed: a request that has been read this instant is answered.
    if (phase_ == phase::idle && socket_.available(ignored) == 0)
        socket_.cancel(ignored);
}

/// 48 random bits in hex: what a log line and an answer are matched by.
std::string http_connection::new_request_id() {
    std::uint64_t bits = service_.request_ids();
    std::string id(12, '0');
    for (char& digit : id) {
        digit = "0123456789abcdef"[bits & 15];
        bits >>= 4;
    }
    return id;
}

void http_connection::log(const exchange& now, time_point end) {
    const std::chrono::duration<double, std::milli> spent = end - now.begin;
    const bool known = now.parser.is_header_done() && now.request.method != boost::beast::http::verb::unknown;
    const std::string_view method = known ? std::string_view(to_string(now.request.method)) : "-";
    service_.log.info("request", {{"id", now.request.request_id},
                                  {"method", method},
                                  {"route", route_pattern_.empty() ? "-" : route_pattern_},
                                  {"status", now.response.status},
                                  {"ms", spent.count()},
                                  {"peer", peer_}});
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
