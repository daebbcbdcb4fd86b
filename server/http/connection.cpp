#include "server/http/connection.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <cstdint>
#include <exception>
#include <random>
#include <utility>

#include "server/http/body_stream.hpp"
#include "server/http/request_target.hpp"
#include "server/net/token.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using namespace std::chrono_literals;

namespace {

/// 64 random bits in hex: what a log line and an answer are matched by.
std::string new_request_id() {
    static std::mt19937_64 random(std::random_device{}());
    std::uint64_t bits = random();
    std::string id(16, '0');
    for (char& digit : id) {
        digit = "0123456789abcdef"[bits & 15];
        bits >>= 4;
    }
    return id;
}

void add_headers(auto& message, const http_request& request, http_response& response) {
    message.result(response.status);
    if (!response.content_type.empty())
        message.set(http::field::content_type, response.content_type);
    message.set("X-Request-Id", request.request_id);
    message.set("X-Content-Type-Options", "nosniff");
    bool has_policy = false;
    for (const auto& [name, value] : response.headers) {
        message.set(name, value);
        has_policy |= name == "Cache-Control";
    }
    if (!has_policy)
        message.set(http::field::cache_control, "no-store");
    if (response.content_type.starts_with("text/html")) {
        message.set("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
        message.set("Referrer-Policy", "no-referrer");
    }
}

http_response header_problem(const boost::system::error_code& error) {
    if (error == http::error::header_limit)
        return problem_response(431, "Request Header Fields Too Large", "The request's header is too large.");
    return problem_response(400, "Bad Request", "This is not an HTTP request that can be read.");
}

}  // namespace

http_connection::http_connection(asio::ip::tcp::socket socket, http_service& service)
    : socket_(std::move(socket)), service_(service) {
    boost::system::error_code gone;
    const auto endpoint = socket_.remote_endpoint(gone);
    if (!gone)
        peer_ = endpoint.address().to_string();
    socket_.set_option(asio::ip::tcp::no_delay(true), gone);
    allow(service_.limits.request);
}

void http_connection::close() {
    boost::system::error_code ignored;
    socket_.shutdown(asio::socket_base::shutdown_both, ignored);
    socket_.close(ignored);
}

asio::awaitable<void> http_connection::run() {
    for (bool keep_alive = true; keep_alive && socket_.is_open();) {
        header_parser parser;
        http_request request;
        request.peer = peer_;
        request.socket = &socket_;
        body_read_ = true;
        route_pattern_ = {};
        const bool arrived = co_await read_header(parser);
        if (!arrived)
            co_return;
        const auto begin = std::chrono::steady_clock::now();
        request.request_id = new_request_id();
        auto response = co_await answer(parser, request);
        keep_alive = parser.is_header_done() && parser.keep_alive() && body_read_ && !service_.stopping;
        const unsigned version = parser.is_header_done() ? parser.get().version() : 11;
        co_await send(request, response, version, keep_alive);
        log(request, response, begin);
    }
    if (!body_read_)
        co_await drain();
    close();
}

/// False where the client left without a (further) request. One that can't be read leaves the parser without
/// a header.
asio::awaitable<bool> http_connection::read_header(header_parser& parser) {
    parser.header_limit(static_cast<std::uint32_t>(service_.limits.header_bytes));
    parser.body_limit(boost::none);
    boost::system::error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    if (buffer_.size() == 0) {
        idle_ = true;
        if (service_.stopping)
            co_return false;
        auto room = buffer_.prepare(4096);
        const std::size_t got = co_await socket_.async_read_some(room, token);
        if (error)
            co_return false;
        buffer_.commit(got);
    }
    idle_ = false;
    allow(service_.limits.request);
    co_await http::async_read_header(socket_, buffer_, parser, token);
    if (error == http::error::end_of_stream || error == asio::error::operation_aborted || !socket_.is_open())
        co_return false;
    if (!error)
        co_return true;
    http_request request;
    request.request_id = new_request_id();
    auto response = header_problem(error);
    body_read_ = false;
    co_await send(request, response, 11, false);
    log(request, response, std::chrono::steady_clock::now());
    co_await drain();
    close();
    co_return false;
}

asio::awaitable<http_response> http_connection::answer(header_parser& parser, http_request& request) {
    body_read_ = parser.is_done();
    request.method = parser.get().method();
    if (!read_target(parser.get().target(), request))
        co_return problem_response(400, "Bad Request", "The request's path can't be read.");
    auto match = service_.routes.find(request.method, request.path);
    if (!match.allow.empty() && request.method == http::verb::options) {
        auto response = no_content();
        response.headers.emplace_back("Allow", match.allow);
        co_return response;
    }
    if (!match.found && !match.allow.empty()) {
        auto response = problem_response(405, "Method Not Allowed", "This path takes " + match.allow + ".");
        response.headers.emplace_back("Allow", match.allow);
        co_return response;
    }
    if (!match.found)
        co_return problem_response(not_found("There is nothing at this path."));
    route_pattern_ = match.found->pattern;
    request.headers = parser.get().base();
    request.path_values = std::move(match.path_values);
    std::string failure;
    try {
        co_return co_await handle(*match.found, parser, request);
    } catch (const std::exception& e) {
        failure = e.what();
    }
    const auto state = co_await asio::this_coro::cancellation_state;
    if (state.cancelled() != asio::cancellation_type::none)
        throw boost::system::system_error(asio::error::operation_aborted);
    service_.log.error("a request failed",
                       {{"request", request.request_id}, {"route", route_pattern_}, {"error", failure}});
    co_return problem_response(
        500, "Internal Server Error",
        "The server failed at this request. Its log says why, under the request's id " + request.request_id +
            ".");
}

asio::awaitable<http_response> http_connection::handle(const route& route, header_parser& parser,
                                                       http_request& request) {
    if (route.access == route_access::signed_in) {
        const auto token = bearer_token(request.headers[http::field::authorization]);
        if (!token.empty()) {
            request.token_hash = sha256_hex(token);
            request.user = service_.authenticate(request.token_hash);
        }
        if (!request.user)
            co_return problem_response(problem{
                problem_kind::unauthorized,
                "Log in with POST /auth/login and send its access_token as Authorization: Bearer TOKEN."});
    }
    if (route.body == route_body::upload)
        co_return co_await handle_upload(route, parser, request);
    co_return co_await handle_small(route, parser, request);
}

asio::awaitable<http_response> http_connection::handle_small(const route& route, header_parser& parser,
                                                             http_request& request) {
    if (!body_read_) {
        body_stream body(socket_, buffer_, parser, service_.limits.body_bytes);
        co_await welcome_body(request);
        for (;;) {
            const auto piece = co_await body.read_some();
            if (!piece)
                co_return problem_response(piece.error());
            if (piece->empty())
                break;
            request.body += *piece;
        }
        body_read_ = true;
    }
    allow(service_.limits.handling);
    co_return co_await route.handle(request);
}

asio::awaitable<http_response> http_connection::handle_upload(const route& route, header_parser& parser,
                                                              http_request& request) {
    allow(service_.limits.upload);
    body_stream body(socket_, buffer_, parser, service_.limits.upload_bytes);
    if (!body.refused())
        co_await welcome_body(request);
    request.upload = &body;
    auto response = co_await route.handle(request);
    body_read_ = body.done();
    co_return response;
}

/// Answers Expect: 100-continue.
asio::awaitable<void> http_connection::welcome_body(const http_request& request) {
    if (request.headers[http::field::expect].empty())
        co_return;
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    const auto text = asio::buffer(go_on);
    co_await asio::async_write(socket_, text, asio::use_awaitable);
}

asio::awaitable<void> http_connection::send(const http_request& request, http_response& response,
                                            unsigned version, bool keep_alive) {
    allow(service_.limits.request);
    boost::system::error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    http::response<http::string_body> message;
    message.version(version);
    add_headers(message, request, response);
    message.keep_alive(keep_alive);
    if (response.status != 204 && response.status != 304)
        message.content_length(response.body.size());
    if (request.method != http::verb::head)
        message.body() = std::move(response.body);
    http::serializer<false, http::string_body> serializer(message);
    co_await http::async_write(socket_, serializer, token);
    if (error)
        close();
    else
        allow(service_.limits.idle);
}

/// Reads on, and drops, what comes of a refused body: a client that is still sending when the connection
/// closes gets to see a broken pipe instead of the answer.
asio::awaitable<void> http_connection::drain() {
    boost::system::error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    socket_.shutdown(asio::socket_base::shutdown_send, error);
    const auto end = std::chrono::steady_clock::now() + service_.limits.upload;
    const std::size_t most = 4 * service_.limits.upload_bytes;
    for (std::size_t taken = 0; !error && taken < most && std::chrono::steady_clock::now() < end;) {
        allow(2s);
        buffer_.clear();
        auto room = buffer_.prepare(16 * 1024);
        taken += co_await socket_.async_read_some(room, token);
    }
}

void http_connection::log(const http_request& request, const http_response& response, time_point begin) {
    const auto spent = std::chrono::steady_clock::now() - begin;
    service_.log.info("request", {{"id", request.request_id},
                                  {"method", std::string_view(http::to_string(request.method))},
                                  {"route", route_pattern_.empty() ? "-" : route_pattern_},
                                  {"status", response.status},
                                  {"ms", std::chrono::duration<double, std::milli>(spent).count()},
                                  {"peer", peer_}});
}

}  // namespace examwright
