#include "tools/benchmark/load.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace examwright::bench {

namespace asio = boost::asio;
using asio::ip::tcp;
using clock = std::chrono::steady_clock;

namespace {

/// How long the answer at the front is; 0 while its header is not complete.
std::size_t answer_length(const std::string& text) {
    const auto end = text.find("\r\n\r\n");
    if (end == text.npos)
        return 0;
    if (text.compare(9, 3, "200") != 0)
        throw std::runtime_error("the server answered " + text.substr(0, end));
    const auto length = text.find("Content-Length: ");
    if (length == text.npos || length > end)
        throw std::runtime_error("an answer without a length");
    return end + 4 + std::strtoul(text.c_str() + length + 16, nullptr, 10);
}

/// Asks again and again over one connection.
class asker : public std::enable_shared_from_this<asker> {
  public:
    asker(asio::io_context& context, const std::string& request, clock::time_point end, std::int64_t& answers)
        : socket_(context), request_(request), end_(end), answers_(answers) {}

    void start(std::uint16_t port) {
        socket_.connect({asio::ip::address_v4::loopback(), port});
        socket_.set_option(tcp::no_delay(true));
        ask();
    }

  private:
    void ask() {
        auto on_sent = [self = shared_from_this()](boost::system::error_code error, std::size_t) {
            if (error)
                throw boost::system::system_error(error);
            self->read();
        };
        asio::async_write(socket_, asio::buffer(request_), std::move(on_sent));
    }

    void read() {
        auto on_read = [self = shared_from_this()](boost::system::error_code error, std::size_t got) {
            if (error)
                throw boost::system::system_error(error);
            self->take(got);
        };
        socket_.async_read_some(asio::buffer(piece_), std::move(on_read));
    }

    void take(std::size_t got) {
        text_.append(piece_, got);
        const auto length = answer_length(text_);
        if (length == 0 || text_.size() < length)
            return read();
        text_.erase(0, length);
        ++answers_;
        if (clock::now() < end_)
            ask();
    }

    tcp::socket socket_;
    const std::string& request_;
    clock::time_point end_;
    std::int64_t& answers_;
    char piece_[4096];
    std::string text_;
};

}  // namespace

double requests_per_second(std::uint16_t port, const std::string& request, int connections,
                           std::chrono::milliseconds time) {
    asio::io_context context(1);
    std::int64_t answers = 0;
    const auto begin = clock::now();
    for (int i = 0; i < connections; ++i)
        std::make_shared<asker>(context, request, begin + time, answers)->start(port);
    context.run();
    return static_cast<double>(answers) / std::chrono::duration<double>(clock::now() - begin).count();
}

std::vector<double> latencies(std::uint16_t port, const std::string& request,
                              std::chrono::milliseconds time) {
    asio::io_context context(1);
    tcp::socket socket(context);
    socket.connect({asio::ip::address_v4::loopback(), port});
    socket.set_option(tcp::no_delay(true));
    std::vector<double> all;
    std::string text;
    char piece[4096];
    const auto end = clock::now() + time;
    while (clock::now() < end) {
        const auto begin = clock::now();
        asio::write(socket, asio::buffer(request));
        std::size_t length = 0;
        while (length == 0 || text.size() < length) {
            text.append(piece, socket.read_some(asio::buffer(piece)));
            length = answer_length(text);
        }
        text.erase(0, length);
        all.push_back(std::chrono::duration<double, std::milli>(clock::now() - begin).count());
    }
    return all;
}

}  // namespace examwright::bench
