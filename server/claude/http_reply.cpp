#include "server/claude/http_reply.hpp"

#include <boost/asio/error.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <optional>
#include <utility>

namespace examwright {

namespace asio = boost::asio;
namespace http = boost::beast::http;

namespace {

constexpr std::size_t most_bytes = 2 * 1024 * 1024;  // twenty questions take some 40 KB; it is read at one go

constexpr int most_interim = 20;  // replies of the 100s before the reply itself

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

/// Something like 103 Early Hints: the reply itself follows.
bool is_interim(const parser_type& parser) {
    return parser.get().result_int() / 100 == 1;
}

/// Reads one message. What is no HTTP, or too much of it, is returned; a connection that breaks off throws.
asio::awaitable<boost::system::error_code> read_message(byte_stream& stream, parser_type& parser,
                                                        boost::beast::flat_buffer& buffer,
                                                        reply_state& state) {
    boost::system::error_code error;
    for (;;) {
        if (buffer.size() > 0) {
            buffer.consume(parser.put(buffer.data(), error));
            if (error == http::error::need_more)
                error = {};
            if (error || parser.is_done())
                co_return error;
        }
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
            const bool orderly = ended == asio::error::eof && parser.got_some();
            if (orderly)
                parser.put_eof(error);
            if (!orderly || error)
                throw boost::system::system_error(ended);
            co_return error;
        }
        state.begun = true;
        buffer.commit(got);
    }
}

}  // namespace

asio::awaitable<void> read_reply(byte_stream& stream, http_answer& answer, reply_state& state) {
    boost::beast::flat_buffer buffer;
    std::optional<parser_type> parser;
    boost::system::error_code error;
    int interim = -1;
    do {
        parser.emplace();
        parser->eager(true);
        parser->body_limit(most_bytes);
        error = co_await read_message(stream, *parser, buffer, state);
    } while (!error && is_interim(*parser) && ++interim < most_interim);
    if (!error && is_interim(*parser))
        error = http::error::bad_status;
    if (error) {
        answer.outcome = error == http::error::body_limit ? http_answer::transport::too_large
                                                          : http_answer::transport::reset;
        answer.error = error.message();
        co_return;
    }
    state.reusable = parser->keep_alive() && buffer.size() == 0;
    take(*parser, answer);
}

}  // namespace examwright
