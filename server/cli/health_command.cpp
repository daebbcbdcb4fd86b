#include "server/cli/health_command.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/system/system_error.hpp>
#include <iostream>
#include <variant>

#include "server/config/command_line.hpp"
#include "server/config/config.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using generic_endpoint = asio::generic::stream_protocol::endpoint;

namespace {

constexpr auto patience = std::chrono::seconds(5);

command_form health_form() {
    command_form form;
    form.name = "health";
    form.about =
        "Asks the server that these settings start whether it is well: GET /health on its address and port.\n"
        "For a container's health check. It takes the settings of serve, as flags and from the environment.";
    form.settings.add(config_flags());
    form.exit_codes = "Exit codes: 0 it is; 1 it is not, or can't be reached; 2 wrong use.";
    return form;
}

/// A server that listens on all addresses is asked on loopback.
generic_endpoint endpoint_of(const config& settings) {
    if (const auto path = settings.unix_socket(); !path.empty())
        return asio::local::stream_protocol::endpoint(path);
    const auto address = asio::ip::make_address(settings.host);
    if (!address.is_unspecified())
        return tcp::endpoint(address, settings.port);
    if (address.is_v6())
        return tcp::endpoint(asio::ip::address_v6::loopback(), settings.port);
    return tcp::endpoint(asio::ip::address_v4::loopback(), settings.port);
}

asio::awaitable<http::response<http::string_body>> ask(generic_endpoint endpoint) {
    const auto executor = co_await asio::this_coro::executor;
    beast::basic_stream<asio::generic::stream_protocol> stream(executor);
    stream.expires_after(patience);
    co_await stream.async_connect(endpoint, asio::use_awaitable);
    http::request<http::empty_body> request(http::verb::get, "/health", 11);
    request.set(http::field::host, "localhost");
    request.set(http::field::connection, "close");
    co_await http::async_write(stream, request, asio::use_awaitable);
    beast::flat_buffer buffer;
    http::response<http::string_body> response;
    co_await http::async_read(stream, buffer, response, asio::use_awaitable);
    co_return response;
}

int check(const config& settings) {
    asio::io_context context(1);
    http::response<http::string_body> response;
    std::exception_ptr failure;
    auto on_end = [&](std::exception_ptr error, http::response<http::string_body> answer) {
        failure = error;
        response = std::move(answer);
    };
    asio::co_spawn(context, ask(endpoint_of(settings)), on_end);
    context.run();
    if (failure)
        std::rethrow_exception(failure);
    if (response.result() != http::status::ok)
        return failed("health", "the server answered " + std::to_string(response.result_int()));
    std::cout << response.body() << "\n";
    return 0;
}

}  // namespace

int health_command(const std::vector<std::string>& arguments) {
    const auto read = read_command_line(health_form(), arguments);
    const auto* input = std::get_if<command_input>(&read);
    if (!input)
        return std::get<int>(read);
    config settings;
    try {
        settings = read_config(input->options);
    } catch (const config_error& error) {
        return wrong_use("health", error.what());
    }
    try {
        return check(settings);
    } catch (const boost::system::system_error& error) {
        return failed("health", "the server was not reached: " + error.code().message());
    }
}

}  // namespace examwright
