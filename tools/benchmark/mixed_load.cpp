#include "tools/benchmark/mixed_load.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <exception>
#include <random>

namespace examwright::bench {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using clock = std::chrono::steady_clock;

namespace {

struct load_state {
    const std::vector<mixed_request>& requests;
    std::discrete_distribution<std::size_t> choice;
    clock::time_point end;
    std::minstd_rand random{1};
    mixed_result result;

    void count(unsigned status, const mixed_request& request, clock::time_point begin) {
        ++result.answers;
        if (status >= 500)
            ++result.server_errors;
        if (status >= 400)
            result.refusals.push_back(status);
        if (request.timed)
            result.timed_ms.push_back(
                std::chrono::duration<double, std::milli>(clock::now() - begin).count());
    }
};

asio::awaitable<void> ask_until_the_end(load_state& load, std::uint16_t port) {
    const auto executor = co_await asio::this_coro::executor;
    tcp::socket socket(executor);
    boost::beast::flat_buffer buffer;
    while (clock::now() < load.end) {
        if (!socket.is_open()) {
            const tcp::endpoint server(asio::ip::address_v4::loopback(), port);
            co_await socket.async_connect(server, asio::use_awaitable);
            buffer.clear();
        }
        const auto& request = load.requests[load.choice(load.random)];
        const auto begin = clock::now();
        const auto text = asio::buffer(request.text);
        co_await asio::async_write(socket, text, asio::use_awaitable);
        http::response_parser<http::string_body> answer;
        answer.body_limit(boost::none);
        co_await http::async_read(socket, buffer, answer, asio::use_awaitable);
        load.count(answer.get().result_int(), request, begin);
        if (!answer.keep_alive())
            socket.close();
    }
}

}  // namespace

mixed_result run_mixed_load(std::uint16_t port, const std::vector<mixed_request>& requests, int connections,
                            std::chrono::seconds time) {
    std::vector<int> weights;
    for (const auto& request : requests)
        weights.push_back(request.weight);
    load_state load{requests, {weights.begin(), weights.end()}, clock::now() + time, {}, {}};
    asio::io_context context(1);
    std::exception_ptr failure;
    const auto on_end = [&](std::exception_ptr error) {
        if (error)
            failure = error;
    };
    for (int i = 0; i < connections; ++i)
        asio::co_spawn(context, ask_until_the_end(load, port), on_end);
    context.run();
    if (failure)
        std::rethrow_exception(failure);
    return std::move(load.result);
}

}  // namespace examwright::bench
