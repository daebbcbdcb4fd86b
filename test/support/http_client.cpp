#include "test/support/http_client.hpp"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace examwright::test {

namespace asio = boost::asio;
namespace http = boost::beast::http;

boost::json::value http_reply::json() const {
    return boost::json::parse(body);
}

http_reply http_client::get(const std::string& target) {
    return request("GET", target);
}

http_reply http_client::post(const std::string& target, const boost::json::value& body) {
    return request("POST", target, {{"Content-Type", "application/json"}}, boost::json::serialize(body));
}

http_reply http_client::upload(const std::string& target, const std::string& filename,
                               const std::string& content, const headers& fields) {
    const std::string boundary = "----test-boundary";
    std::string body;
    for (const auto& [name, value] : fields)
        body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" +
                value + "\r\n";
    body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + filename +
            "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
    return request("POST", target, {{"Content-Type", "multipart/form-data; boundary=" + boundary}}, body);
}

http_reply http_client::request(const std::string& method, const std::string& target, const headers& fields,
                                const std::string& body) {
    const bool reused = socket_.is_open();
    try {
        return exchange(method, target, fields, body);
    } catch (const boost::system::system_error&) {  // a kept-alive connection that the server has closed
        socket_ = asio::ip::tcp::socket(context_);
        buffer_.clear();
        if (!reused)
            throw;
    }
    return exchange(method, target, fields, body);
}

http_reply http_client::exchange(const std::string& method, const std::string& target, const headers& fields,
                                 const std::string& body) {
    if (!socket_.is_open())
        socket_.connect({asio::ip::address_v4::loopback(), port_});
    http::request<http::string_body> message;
    message.method_string(method);
    message.target(target);
    message.set(http::field::host, "127.0.0.1:" + std::to_string(port_));
    if (!token.empty())
        message.set(http::field::authorization, "Bearer " + token);
    for (const auto& [name, value] : fields)
        message.set(name, value);
    message.body() = body;
    message.prepare_payload();
    http::write(socket_, message);

    http::response_parser<http::string_body> parser;
    parser.skip(method == "HEAD");
    parser.body_limit(std::uint64_t(1) << 30);
    http::read(socket_, buffer_, parser);
    http_reply reply;
    reply.status = static_cast<int>(parser.get().result_int());
    for (const auto& field : parser.get())
        reply.headers[boost::algorithm::to_lower_copy(std::string(field.name_string()))] =
            std::string(field.value());
    reply.body = std::move(parser.get().body());
    if (!parser.keep_alive())
        socket_ = asio::ip::tcp::socket(context_);
    return reply;
}

}  // namespace examwright::test
