#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <chrono>
#include <optional>
#include <string>

#include "server/http/http_service.hpp"

namespace examwright {

/// One client's connection: requests and answers in turn until either side closes it.
class http_connection {
  public:
    using time_point = std::chrono::steady_clock::time_point;

    http_connection(client_socket socket, http_service& service);

    boost::asio::awaitable<void> run();

    /// The server's sweep gives the connection up when this has passed.
    time_point deadline() const { return deadline_; }
    void give_up();
    /// Since when it has been waiting for a request, or for the rest of one's header or small body; nullopt
    /// where its client need not be waited for.
    std::optional<time_point> waiting_since() const;
    bool is_idle() const { return phase_ == phase::idle; }
    /// At the server's stop: a connection on which no request has begun to arrive ends.
    void close_if_idle();
    /// Ends run() at once, whatever it is at.
    void cancel() { stop.emit(boost::asio::cancellation_type::terminal); }

    boost::asio::cancellation_signal stop;  // of run()

  private:
    using header_parser = boost::beast::http::request_parser<boost::beast::http::empty_body>;

    /// A request and its answer.
    struct exchange {
        header_parser parser;
        http_request request;
        http_response response;
        unsigned version = 11;
        bool keep_alive = false;  // as the client wishes
        bool body_read = false;   // nothing of the request is still to come
    };
    enum class phase { idle, reading, handling, sending };

    /// Of what has arrived and is not read yet. More than a header and a piece of a body have no reason to: a
    /// chunk's extension or a trailer that never ends is refused here.
    static constexpr std::size_t most_buffered = 128 * 1024;

    boost::asio::awaitable<bool> receive(exchange& now);
    bool header_arrived(exchange& now);
    boost::asio::awaitable<void> answer(exchange& now);
    const route* find_handler(exchange& now);
    boost::asio::awaitable<void> handle_small(const route& route, exchange& now);
    boost::asio::awaitable<void> handle_upload(const route& route, exchange& now);
    boost::asio::awaitable<void> welcome_body(const exchange& now);
    std::optional<std::size_t> send_at_once(exchange& now, bool keep_alive);
    boost::asio::awaitable<void> send_rest(const exchange& now, std::size_t sent);
    boost::asio::awaitable<void> drain();
    void answer_late(const http_response& response);
    void close();
    void enter(phase next, std::chrono::steady_clock::duration at_most, time_point from) {
        phase_ = next;
        since_ = from;
        deadline_ = from + at_most;
    }
    void account_for(const exchange& now, time_point end);

    client_socket socket_;
    http_service& service_;
    boost::beast::flat_buffer buffer_{most_buffered};
    std::string head_;  // of the answer that is being sent
    std::string peer_;
    // Of the request under way, for the log:
    std::string request_id_;
    std::string_view method_;
    std::string_view route_pattern_;
    time_point begin_;  // its header's arrival; until then that of its first byte
    phase phase_ = phase::idle;
    time_point since_;
    time_point deadline_;
};

}  // namespace examwright
