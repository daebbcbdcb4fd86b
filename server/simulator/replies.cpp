#include "server/simulator/replies.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <chrono>
#include <utility>

#include "core/simulator/reply.hpp"
#include "core/timestamp.hpp"

namespace examwright {

namespace asio = boost::asio;

void add_api_headers(http_response& response, const std::string& id) {
    const auto now =
        std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
    response.headers.emplace_back("request-id", id);
    for (const auto& [what, limit] : {std::pair{"requests", "4000"}, std::pair{"input-tokens", "2000000"},
                                      std::pair{"output-tokens", "400000"}}) {
        const auto prefix = std::string("anthropic-ratelimit-") + what;
        response.headers.emplace_back(prefix + "-limit", limit);
        response.headers.emplace_back(prefix + "-remaining", limit);
        response.headers.emplace_back(prefix + "-reset", to_rfc3339(now));
    }
}

http_response error_response(const api_error& error, const std::string& id) {
    http_response response;
    response.status = static_cast<unsigned>(error.status);
    response.body = render_api_error(error, id);
    add_api_headers(response, id);
    return response;
}

bool is_error(const fault& failure) {
    using kind = fault::kind;
    return failure.what == kind::status || failure.what == kind::spend_limit || failure.what == kind::html;
}

http_response failure_response(const fault& failure, const std::string& id) {
    if (failure.what == fault::kind::html) {
        http_response page;
        page.status = static_cast<unsigned>(failure.status);
        page.content_type = "text/html";
        page.body = "<html><head><title>Gateway</title></head><body><h1>Upstream problem</h1></body></html>";
        return page;
    }
    const bool spent = failure.what == fault::kind::spend_limit;
    auto error = api_error_of(spent ? 429 : failure.status);
    if (spent)
        error.code = "enforced_spend_limit_reached";
    auto response = error_response(error, id);
    if (failure.retry_after) {
        const auto ms = failure.retry_after->count();
        if (ms % 1000 != 0)
            response.headers.emplace_back("retry-after-ms", std::to_string(ms));
        response.headers.emplace_back("retry-after", std::to_string((ms + 999) / 1000));
    }
    return response;
}

asio::awaitable<void> send_half(client_socket& socket, const std::string& body) {
    const std::string text = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
                             std::to_string(body.size()) + "\r\n\r\n" + body.substr(0, body.size() / 2);
    boost::system::error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    const auto buffer = asio::buffer(text);
    co_await asio::async_write(socket, buffer, token);
    socket.shutdown(client_socket::shutdown_both, error);
    socket.close(error);
}

void reset_connection(client_socket& socket) {
    boost::system::error_code ignored;
    socket.set_option(asio::socket_base::linger(true, 0), ignored);
    socket.close(ignored);
}

}  // namespace examwright
