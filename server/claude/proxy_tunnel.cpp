#include "server/claude/proxy_tunnel.hpp"

#include <openssl/evp.h>

#include <boost/asio/buffer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>

#include "server/runtime/version.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace http = boost::beast::http;

namespace {

std::string base64(const std::string& text) {
    std::string encoded((text.size() + 2) / 3 * 4 + 1, '\0');  // OpenSSL ends it with a zero
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(encoded.data()), bytes,
                                       static_cast<int>(text.size()));
    encoded.resize(static_cast<std::size_t>(length));
    return encoded;
}

std::string connect_request(const proxy_address& proxy, const std::string& host, const std::string& port) {
    const auto name = host.find(':') == host.npos ? host : "[" + host + "]";
    const auto authority = name + ":" + port;
    std::string request = "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority +
                          "\r\nUser-Agent: examwright/" + std::string(product_version()) + "\r\n";
    if (!proxy.credentials.empty())
        request += "Proxy-Authorization: Basic " + base64(proxy.credentials) + "\r\n";
    return request + "\r\n";
}

}  // namespace

asio::awaitable<int> open_tunnel(asio::ip::tcp::socket& socket, const proxy_address& proxy, std::string host,
                                 std::string port) {
    const auto request = connect_request(proxy, host, port);
    const auto bytes = asio::buffer(request);
    co_await asio::async_write(socket, bytes, asio::use_awaitable);
    boost::beast::flat_buffer buffer;
    http::response_parser<http::empty_body> parser;
    parser.skip(true);  // a page that explains a refusal is not read
    co_await http::async_read_header(socket, buffer, parser, asio::use_awaitable);
    const int status = static_cast<int>(parser.get().result_int());
    if (status == 200 && buffer.size() > 0)  // the host speaks only when spoken to
        throw boost::system::system_error(http::make_error_code(http::error::unexpected_body));
    co_return status;
}

}  // namespace examwright
