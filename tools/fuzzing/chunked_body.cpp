#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/local/connect_pair.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/write.hpp>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <optional>
#include <string>

#include "server/http/body_stream.hpp"

using namespace examwright;
namespace asio = boost::asio;
namespace beast = boost::beast;

namespace {

constexpr std::string_view header = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
constexpr std::size_t limit = 4096;

struct reading {
    std::string body;
    std::optional<std::string> problem;  // "gone" where the connection broke off
};

asio::awaitable<void> read_all(body_stream& stream, reading& told) {
    try {
        for (;;) {
            const auto piece = co_await stream.read_some();
            if (!piece)
                told.problem = piece.error().detail;
            if (!piece || piece->empty())
                co_return;
            told.body += *piece;
        }
    } catch (const client_gone&) {
        told.problem = "gone";
    }
}

/// The body as the server reads it, where the first bytes of it came with the header and the rest later.
reading read_body(std::string_view body, std::size_t with_header) {
    asio::io_context io;
    asio::local::stream_protocol::socket client(io), server(io);
    asio::local::connect_pair(client, server);
    asio::write(client, asio::buffer(body.substr(with_header)));
    client.shutdown(client.shutdown_send);
    client_socket socket(std::move(server));

    beast::flat_buffer buffer{128 * 1024};
    beast::http::request_parser<beast::http::empty_body> parser;
    boost::system::error_code error;
    parser.put(asio::buffer(header), error);
    if (!parser.is_header_done())
        std::abort();
    const auto arrived = body.substr(0, with_header);
    buffer.commit(asio::buffer_copy(buffer.prepare(arrived.size()), asio::buffer(arrived)));

    reading told;
    body_stream stream(socket, buffer, parser, limit);
    asio::co_spawn(io, read_all(stream, told), [](const std::exception_ptr& failed) {
        if (failed)
            std::rethrow_exception(failed);
    });
    io.run();
    return told;
}

}  // namespace

/// A chunked body means the same in whatever pieces it arrives, and never brings more than its limit.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string_view body(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto whole = read_body(body, 0);
    const auto parted = read_body(body, body.size() * data[0] / 255);
    if (whole.body.size() > limit || whole.problem != parted.problem)
        std::abort();
    if (!whole.problem && whole.body != parted.body)
        std::abort();
    return 0;
}
