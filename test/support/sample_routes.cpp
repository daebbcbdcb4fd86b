#include "test/support/sample_routes.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/beast/http/verb.hpp>
#include <stdexcept>
#include <utility>

namespace examwright::test {

namespace asio = boost::asio;
using boost::beast::http::verb;

namespace {

http_response text(std::string body) {
    return {200, "text/plain", std::move(body), {}};
}

asio::awaitable<http_response> echo(http_request& request) {
    co_return text(request.body);
}

asio::awaitable<http_response> item(http_request& request) {
    std::string told = request.path_values[0];
    for (const auto& [name, value] : request.query)
        told += "|" + name + "=" + value;
    co_return text(told);
}

asio::awaitable<http_response> fail(http_request&) {
    throw std::runtime_error("the disk is on fire");
    co_return text("");
}

asio::awaitable<http_response> count_upload(http_request& request) {
    std::size_t bytes = 0;
    for (;;) {
        const auto piece = co_await request.upload->read_some();
        if (!piece)
            co_return problem_response(piece.error());
        if (piece->empty())
            co_return text(std::to_string(bytes));
        bytes += piece->size();
    }
}

asio::awaitable<http_response> refuse_upload(http_request&) {
    co_return problem_response(problem{problem_kind::unsupported_media, "Not such a file."});
}

asio::awaitable<http_response> page(http_request&) {
    co_return http_response{200, "text/html; charset=utf-8", "<p>", {{"X-Name", "a\r\nSet-Cookie: b"}}};
}

asio::awaitable<http_response> who(http_request& request) {
    co_return text(request.user->id + " " + request.peer);
}

}  // namespace

std::vector<route> sample_routes() {
    constexpr auto open = route_access::open;
    constexpr auto small = route_body::small;
    return {
        {verb::get, "/", open, small, "", page},
        {verb::get, "/items/{id}", open, small, "", item},
        {verb::delete_, "/items/{id}", open, small, "", item},
        {verb::get, "/fail", open, small, "", fail},
        {verb::post, "/echo", open, small, "", echo},
        {verb::post, "/upload", open, route_body::upload, "", count_upload},
        {verb::post, "/refused", open, route_body::upload, "", refuse_upload},
        {verb::get, "/who", route_access::signed_in, small, "", who},
        {verb::post, "/who", route_access::signed_in, small, "", who},
    };
}

http_limits sample_limits() {
    http_limits limits;
    limits.body_bytes = 1000;
    limits.upload_bytes = 100'000;
    return limits;
}

std::string post_request(const std::string& target, const std::string& body, const std::string& fields) {
    return "POST " + target + " HTTP/1.1\r\nHost: x\r\n" + fields +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

}  // namespace examwright::test
