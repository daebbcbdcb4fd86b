#include "test/support/raw_client.hpp"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <utility>

namespace examwright::test {

namespace asio = boost::asio;
namespace http = boost::beast::http;

raw_client::raw_client(std::uint16_t port) {
    socket_.connect({asio::ip::address_v4::loopback(), port});
}

void raw_client::send(const std::string& bytes) {
    asio::write(socket_, asio::buffer(bytes));
}

void raw_client::try_send(const std::string& bytes) {
    boost::system::error_code closed;
    asio::write(socket_, asio::buffer(bytes), closed);
}

http_reply raw_client::read(bool to_head) {
    http::response_parser<http::string_body> parser;
    parser.skip(to_head);
    parser.body_limit(boost::none);
    http::read(socket_, buffer_, parser);
    http_reply reply;
    reply.status = static_cast<int>(parser.get().result_int());
    for (const auto& field : parser.get())
        reply.headers[boost::algorithm::to_lower_copy(std::string(field.name_string()))] =
            std::string(field.value());
    reply.body = std::move(parser.get().body());
    return reply;
}

bool raw_client::ends() {
    if (buffer_.size() > 0)
        return false;
    char byte = 0;
    boost::system::error_code error;
    const auto got = socket_.read_some(asio::buffer(&byte, 1), error);
    return got == 0 && error;
}

}  // namespace examwright::test
