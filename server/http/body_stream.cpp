#include "server/http/body_stream.hpp"

#include <algorithm>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/read.hpp>
#include <utility>

namespace examwright {

namespace asio = boost::asio;
namespace http = boost::beast::http;

body_stream::body_stream(client_socket& socket, boost::beast::flat_buffer& buffer,
                         http::request_parser<http::empty_body>& header, std::size_t limit)
    : socket_(socket), buffer_(buffer), parser_(std::move(header)), limit_(limit) {
    parser_.body_limit(limit);
    const auto length = parser_.content_length();
    refused_ = length && *length > limit;
    piece_.resize(std::clamp<std::size_t>(length.value_or(limit), 1, 64 * 1024));
}

problem body_stream::too_large() const {
    const bool large = limit_ >= 1'000'000;
    return {problem_kind::too_large,
            "What was sent is too large: " + std::to_string(limit_ / (large ? 1'000'000 : 1000)) +
                (large ? " MB" : " kB") + " at most."};
}

asio::awaitable<result<std::string_view>> body_stream::read_some() {
    if (refused_)
        co_return too_large();
    auto& body = parser_.get().body();
    while (!parser_.is_done()) {
        body.data = piece_.data();
        body.size = piece_.size();
        body.more = true;
        boost::system::error_code error;
        auto token = asio::redirect_error(asio::use_awaitable, error);
        co_await http::async_read_some(socket_, buffer_, parser_, token);
        if (error == http::error::body_limit)
            co_return too_large();
        if (error && error != http::error::need_buffer) {
            const bool read_badly = error.category() == make_error_code(http::error::bad_chunk).category();
            if (!read_badly || error == http::error::partial_message || error == http::error::end_of_stream)
                throw client_gone(error);
            co_return invalid("The request's body can't be read: its chunks are malformed.");
        }
        const std::size_t got = piece_.size() - body.size;  // a chunk's frame brings none
        if (got > 0)
            co_return std::string_view(piece_.data(), got);
    }
    co_return std::string_view{};
}

}  // namespace examwright
