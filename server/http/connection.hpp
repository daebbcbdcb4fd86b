#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <chrono>
#include <string>

#include "server/http/http_server.hpp"

namespace examwright {

/// What all connections of a server share.
struct http_service {
    router routes;
    authenticator authenticate;
    logger& log;
    http_limits limits;
    bool stopping = false;  // the answer under way is the last
};

/// One client's connection: requests and answers in turn until either side closes it.
class http_connection {
  public:
    using time_point = std::chrono::steady_clock::time_point;

    http_connection(boost::asio::ip::tcp::socket socket, http_service& service);

    boost::asio::awaitable<void> run();

    /// Closed by the server's sweep when this has passed.
    time_point deadline() const { return deadline_; }
    /// No request has begun to arrive.
    bool idle() const { return idle_; }
    void close();

    boost::asio::cancellation_signal stop;  // terminal: ends run() at once

  private:
    using header_parser = boost::beast::http::request_parser<boost::beast::http::empty_body>;

    boost::asio::awaitable<bool> read_header(header_parser& parser);
    boost::asio::awaitable<http_response> answer(header_parser& parser, http_request& request);
    boost::asio::awaitable<http_response> handle(const route& route, header_parser& parser,
                                                 http_request& request);
    boost::asio::awaitable<http_response> handle_small(const route& route, header_parser& parser,
                                                       http_request& request);
    boost::asio::awaitable<http_response> handle_upload(const route& route, header_parser& parser,
                                                        http_request& request);
    boost::asio::awaitable<void> welcome_body(const http_request& request);
    boost::asio::awaitable<void> send(const http_request& request, http_response& response, unsigned version,
                                      bool keep_alive);
    boost::asio::awaitable<void> drain();
    void allow(std::chrono::steady_clock::duration time) {
        deadline_ = std::chrono::steady_clock::now() + time;
    }
    void log(const http_request& request, const http_response& response, time_point begin);

    boost::asio::ip::tcp::socket socket_;
    http_service& service_;
    boost::beast::flat_buffer buffer_;
    std::string peer_;
    std::string_view route_pattern_;  // of the request under way, for the log
    bool body_read_ = true;           // nothing of the request under way is still to come
    bool idle_ = true;
    time_point deadline_;
};

}  // namespace examwright
