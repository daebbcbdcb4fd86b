#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/json/value.hpp>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace examwright::test {

struct http_reply {
    int status = 0;
    std::map<std::string, std::string> headers;  // names in lower case
    std::string body;
    boost::json::value json() const;  // throws where the body is none
};

/// A plain blocking HTTP client on 127.0.0.1. One connection, kept alive, opened again when the server closed
/// it.
class http_client {
  public:
    using headers = std::vector<std::pair<std::string, std::string>>;

    explicit http_client(std::uint16_t port) : port_(port), socket_(context_) {}

    http_reply request(const std::string& method, const std::string& target, const headers& fields = {},
                       const std::string& body = {});
    http_reply get(const std::string& target);
    http_reply post(const std::string& target, const boost::json::value& body);
    /// multipart/form-data with one file and the other fields.
    http_reply upload(const std::string& target, const std::string& filename, const std::string& content,
                      const headers& fields = {});

    /// Sent as Authorization: Bearer with every request, unless empty.
    std::string token;

  private:
    http_reply exchange(const std::string& method, const std::string& target, const headers& fields,
                        const std::string& body);

    std::uint16_t port_;
    boost::asio::io_context context_;
    boost::asio::ip::tcp::socket socket_;
    boost::beast::flat_buffer buffer_;
};

}  // namespace examwright::test
