#include "server/claude/http_reply_reader.hpp"

#include <boost/asio/error.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <utility>

namespace examwright {

namespace asio = boost::asio;
namespace http = boost::beast::http;

namespace {

constexpr std::size_t most_bytes = 8 * 1024 * 1024;  // twenty questions take some 40 KB

using parser_type = http::response_parser<http::string_body>;

void take(parser_type& parser, http_answer& answer) {
    auto& message = parser.get();
    answer.outcome = http_answer::transport::answered;
    answer.status = static_cast<int>(message.result_int());
    answer.retry_after = parse_retry_after(message["retry-after-ms"], message["retry-after"],
                                           std::chrono::system_clock::now());
    const std::string_view again = message["x-should-retry"];
    if (again == "true" || again == "false")
        answer.should_retry = again == "true";
    answer.request_id = std::string(message["request-id"]).substr(0, 100);
    answer.body = std::move(message.body());
}

}  // namespace

asio::awaitable<void> read_reply(byte_stream& stream, http_answer& answer, reply_state& state) {
    parser_type parser;
    parser.eager(true);
    parser.body_limit(most_bytes);
    boost::beast::flat_buffer buffer;
    boost::system::error_code error;
    while (!parser.is_done()) {
        const auto room = buffer.prepare(16 * 1024);
        std::size_t got = 0;
        boost::system::error_code ended;
        try {
            got = co_await stream.read_some(room);
        } catch (const boost::system::system_error& e) {
            ended = e.code();
        }
        if (ended) {
            // Only an orderly end may stand for the length of a reply that announced none.
            const bool orderly = ended == asio::error::eof && state.begun;
            if (orderly)
                parser.put_eof(error);
            if (!orderly || error)
                throw boost::system::system_error(ended);
            break;
        }
        state.begun = true;
        buffer.commit(got);
        buffer.consume(parser.put(buffer.data(), error));
        if (error == http::error::need_more)
            error = {};
        if (error)
            break;
    }
    if (error) {
        answer.outcome = error == http::error::body_limit ? http_answer::transport::too_large
                                                          : http_answer::transport::reset;
        answer.error = error.message();
        co_return;
    }
    state.reusable = parser.keep_alive() && buffer.size() == 0;
    take(parser, answer);
}

}  // namespace examwright
