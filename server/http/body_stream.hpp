#pragma once

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/system/system_error.hpp>
#include <cstddef>
#include <vector>

#include "server/http/message.hpp"

namespace examwright {

/// The connection ended before the request did.
struct client_gone : boost::system::system_error {
    explicit client_gone(const boost::system::error_code& error)
        : system_error(error, "the request's body broke off") {}
};

/// The body of the request whose header was read, piece by piece from its connection.
class body_stream : public body_source {
  public:
    /// Takes the parser over. A body of more than limit bytes, or one
    /// whose chunks can't be read, is a problem.
    body_stream(client_socket& socket, boost::beast::flat_buffer& buffer,
                boost::beast::http::request_parser<boost::beast::http::empty_body>& header,
                std::size_t limit);

    /// Throws client_gone.
    boost::asio::awaitable<result<std::string_view>> read_some() override;

    /// Its announced length is over the limit already.
    bool refused() const { return refused_; }
    /// Read to its end.
    bool done() { return parser_.is_done(); }

  private:
    problem too_large() const;

    client_socket& socket_;
    boost::beast::flat_buffer& buffer_;
    boost::beast::http::request_parser<boost::beast::http::buffer_body> parser_;
    std::size_t limit_;
    bool refused_ = false;
    std::vector<char> piece_;
};

}  // namespace examwright
