#include "server/http/connection.hpp"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/buffers_suffix.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/message.hpp>
#include <cstring>
#include <exception>
#include <utility>

#include "server/http/body_stream.hpp"
#include "server/http/conditional_get.hpp"
#include "server/http/header_error.hpp"
#include "server/http/request_checks.hpp"
#include "server/runtime/token.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using namespace std::chrono_literals;
using boost::system::error_code;
using clock = std::chrono::steady_clock;

namespace {

http_response header_problem(const error_code& error) {
    if (error == http::error::header_limit)
        return problem_response(431, "Request Header Fields Too Large", "The request's header is too large.");
    return problem_response(400, "Bad Request", "This is not an HTTP request that can be read.");
}

/// The address of an endpoint, an IPv4-mapped one as IPv4; "unix" for a Unix socket.
std::string address_text(const asio::generic::stream_protocol::endpoint& endpoint) {
    const auto family = endpoint.protocol().family();
    asio::ip::tcp::endpoint address;
    if ((family != AF_INET && family != AF_INET6) || endpoint.size() > address.capacity())
        return "unix";
    std::memcpy(address.data(), endpoint.data(), endpoint.size());
    address.resize(endpoint.size());
    return without_mapping(address.address()).to_string();
}

}  // namespace

http_connection::http_connection(client_socket socket, http_service& service)
    : socket_(std::move(socket)), service_(service) {
    error_code gone;
    const auto endpoint = socket_.remote_endpoint(gone);
    if (!gone)
        peer_ = address_text(endpoint);
    socket_.set_option(asio::ip::tcp::no_delay(true), gone);
    socket_.non_blocking(true, gone);
    enter(phase::idle, service_.limits.request, clock::now());
}

asio::awaitable<void> http_connection::run() {
    bool all_read = true;
    for (bool more = true; more;) {
        exchange now;
        const bool arrived = co_await receive(now);
        if (!arrived)
            co_return;
        if (now.parser.is_header_done())
            co_await answer(now);
        all_read = now.body_read;
        apply_if_none_match(now.request, now.response);
        service_.cors.mark(now.request, now.response);
        more = now.keep_alive && all_read && !service_.stopping;
        const auto sent = send_at_once(now, more);
        if (sent)
            co_await send_rest(now, *sent);
        const auto end = clock::now();
        account_for(now, end);
        more = more && socket_.is_open();
        enter(phase::idle, service_.limits.idle, end);
    }
    error_code ignored;
    if (socket_.is_open() && (!all_read || buffer_.size() > 0 || socket_.available(ignored) > 0))
        co_await drain();
}

/// False where the client left without a (further) request. One that can't be read leaves the parser without
/// a header, and its answer ready.
asio::awaitable<bool> http_connection::receive(exchange& now) {
    now.parser.header_limit(static_cast<std::uint32_t>(service_.limits.header_bytes));
    now.parser.body_limit(boost::none);
    request_id_ = new_request_id(service_.request_ids());
    method_ = route_pattern_ = {};
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    for (;;) {
        if (buffer_.size() > 0 && header_arrived(now))
            co_return true;
        if (buffer_.size() > 0 && phase_ == phase::idle) {
            begin_ = clock::now();
            enter(phase::reading, service_.limits.request, begin_);
        }
        if (phase_ == phase::idle && service_.stopping)
            co_return false;
        auto room = buffer_.prepare(4096);
        const std::size_t got = co_await socket_.async_read_some(room, token);
        if (error)
            co_return false;
        buffer_.commit(got);
    }
}

/// Parses what has come so far. True, too, where that is no HTTP.
bool http_connection::header_arrived(exchange& now) {
    error_code error;
    if (!now.parser.got_some())
        skip_empty_lines(buffer_);
    if (buffer_.size() == 0)
        return false;
    buffer_.consume(now.parser.put(buffer_.data(), error));
    if (error == http::error::need_more)
        return false;
    begin_ = clock::now();
    if (phase_ == phase::idle)
        enter(phase::reading, service_.limits.request, begin_);
    now.request.request_id = request_id_;
    if (error) {
        now.response = header_problem(error);
        return true;
    }
    now.request.version = now.version = now.parser.get().version();
    now.keep_alive = now.parser.keep_alive();
    now.body_read = now.parser.is_done();
    now.request.method = now.parser.get().method();
    if (now.request.method != http::verb::unknown)
        method_ = std::string_view(to_string(now.request.method));
    now.request.peer = peer_;
    now.request.socket = &socket_;
    return true;
}

/// Null where the answer is ready already.
const route* http_connection::find_handler(exchange& now) {
    auto& header = now.parser.get().base();
    const char* fault = header_error(header);
    const std::string target(header.target());
    now.request.headers = std::move(static_cast<http::fields&>(header));
    name_client(service_, now.request);
    if (fault) {
        now.keep_alive = false;  // nobody knows where its body ends, or for whom it is
        now.response = problem_response(400, "Bad Request", fault);
        return nullptr;
    }
    const route* route = find_route(service_, target, now.request, now.response);
    if (!route)
        return nullptr;
    route_pattern_ = route->pattern;
    return route;
}

asio::awaitable<void> http_connection::answer(exchange& now) {
    std::string failure;
    try {
        const route* route = find_handler(now);
        if (!route)
            co_return;
        if (service_.find_user) {
            const bool named = co_await name_user(service_, *route, now.request, now.response);
            if (!named)
                co_return;
        }
        const bool admitted = may_call(service_, *route, now.request, now.response) &&
                              (now.body_read || is_plain_body(now.request, now.response));
        if (!admitted)
            co_return;
        if (route->body == route_body::upload)
            co_await handle_upload(*route, now);
        else
            co_await handle_small(*route, now);
        co_return;
    } catch (const client_gone&) {
        service_.log.info("a request broke off",
                          {{"id", request_id_}, {"route", route_pattern_}, {"peer", peer_}});
        throw;
    } catch (const std::exception& e) {
        failure = e.what();
        now.response = failure_response(now.request.request_id, e);
    }
    const auto state = co_await asio::this_coro::cancellation_state;
    if (state.cancelled() != asio::cancellation_type::none)
        throw boost::system::system_error(asio::error::operation_aborted);
    service_.log.error("a request failed",
                       {{"id", request_id_}, {"route", route_pattern_}, {"error", failure}});
    // Whose account was removed meanwhile can have nothing stored any more.
    if (now.request.user && !now.request.by_proxy && !service_.authenticate(now.request.token_hash))
        now.response = problem_response(
            problem{problem_kind::unauthorized, "This account or session has ended. Nothing was kept."});
}

asio::awaitable<void> http_connection::handle_small(const route& route, exchange& now) {
    auto begin = begin_;
    if (!now.body_read) {
        body_stream body(socket_, buffer_, now.parser, service_.limits.body_bytes);
        if (!body.refused())
            co_await welcome_body(now);
        for (bool more = true; more;) {
            const auto piece = co_await body.read_some();
            if (!piece) {
                now.response = problem_response(piece.error());
                co_return;
            }
            now.request.body += *piece;
            more = !piece->empty();
        }
        now.body_read = true;
        begin = clock::now();
    }
    enter(phase::handling, service_.limits.handling, begin);
    auto response = co_await route.handle(now.request);
    now.response = std::move(response);
}

asio::awaitable<void> http_connection::handle_upload(const route& route, exchange& now) {
    enter(phase::reading, service_.limits.upload, begin_);
    body_stream body(socket_, buffer_, now.parser, service_.limits.upload_bytes);
    if (!now.body_read && !body.refused())
        co_await welcome_body(now);
    now.request.upload = &body;
    auto response = co_await route.handle(now.request);
    now.request.upload = nullptr;
    now.body_read = body.done();
    now.response = std::move(response);
}

/// Answers Expect: 100-continue.
asio::awaitable<void> http_connection::welcome_body(const exchange& now) {
    const auto expected = now.request.headers[http::field::expect];
    if (now.version < 11 || !boost::beast::iequals(expected, "100-continue"))
        co_return;
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    const auto text = asio::buffer(go_on);
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    co_await asio::async_write(socket_, text, token);
    if (error)
        throw client_gone(error);
}

/// Nearly every answer fits into the socket's buffer as a whole; of one that doesn't, how much of it went.
std::optional<std::size_t> http_connection::send_at_once(exchange& now, bool keep_alive) {
    write_head(head_, now.response, {request_id_, service_.date, now.version, keep_alive});
    if (now.request.method == http::verb::head)
        now.response.body.clear();
    const std::array parts{asio::buffer(std::as_const(head_)),
                           asio::buffer(std::as_const(now.response.body))};
    error_code error;
    const auto sent = socket_.write_some(parts, error);
    if (!error || error == asio::error::would_block || error == asio::error::try_again)
        return sent < asio::buffer_size(parts) ? std::optional(sent) : std::nullopt;
    close();
    return std::nullopt;
}

asio::awaitable<void> http_connection::send_rest(const exchange& now, std::size_t sent) {
    enter(phase::sending, service_.limits.request, clock::now());
    const std::array parts{asio::buffer(std::as_const(head_)),
                           asio::buffer(std::as_const(now.response.body))};
    boost::beast::buffers_suffix rest(parts);
    rest.consume(sent);
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    co_await asio::async_write(socket_, rest, token);
    if (error)
        close();
}

/// The log and the metrics learn of an answer.
void http_connection::account_for(const exchange& now, time_point end) {
    const std::chrono::duration<double, std::milli> spent = end - begin_;
    service_.answers.answered(method_, route_pattern_, now.response.status, end - begin_);
    service_.log.info("request", {{"id", request_id_},
                                  {"method", method_.empty() ? "-" : method_},
                                  {"route", route_pattern_.empty() ? "-" : route_pattern_},
                                  {"status", now.response.status},
                                  {"ms", spent.count()},
                                  {"peer", now.request.client.empty() ? peer_ : now.request.client}});
}

}  // namespace examwright
