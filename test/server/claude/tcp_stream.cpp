#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address_v4.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/test/unit_test.hpp>
#include <vector>

#include "server/claude/byte_stream.hpp"
#include "test/support/run_coroutine.hpp"

using namespace examwright;
using namespace examwright::test;
using namespace std::chrono_literals;
namespace asio = boost::asio;
using asio::awaitable;
using asio::ip::tcp;

BOOST_AUTO_TEST_SUITE(tcp_stream)

namespace {

const tcp::endpoint any_port(asio::ip::address_v4::loopback(), 0);

/// An address whose answer never comes: its queue is full, so the system drops what asks for a connection.
struct silent_address {
    explicit silent_address(asio::io_context& context) : acceptor(context, any_port.protocol()) {
        acceptor.bind(any_port);
        acceptor.listen(0);
        const auto never_mind = [](boost::system::error_code) {};
        first.async_connect(address(), never_mind);
        second.async_connect(address(), never_mind);
    }
    tcp::endpoint address() const { return acceptor.local_endpoint(); }

    tcp::acceptor acceptor;
    tcp::socket first{acceptor.get_executor()};
    tcp::socket second{acceptor.get_executor()};
};

}  // namespace

BOOST_AUTO_TEST_CASE(an_address_that_does_not_answer_is_left_for_the_next) {
    asio::io_context context{1};
    silent_address silent(context);
    tcp::acceptor good(context, any_port);
    tcp::acceptor closed(context, any_port);
    const auto refused = closed.local_endpoint();
    closed.close();
    const auto wanted = good.local_endpoint();
    auto connect = [&]() -> awaitable<void> {
        const std::vector<tcp::endpoint> addresses{refused, silent.address(), wanted};
        const auto socket = co_await connect_first(addresses, 20ms);
        BOOST_TEST((socket.remote_endpoint() == wanted));
    };
    run_coroutine(context, connect());
}

BOOST_AUTO_TEST_CASE(where_no_address_answers_the_last_one_s_error_is_thrown) {
    asio::io_context context{1};
    silent_address silent(context);
    tcp::acceptor closed(context, any_port);
    const auto refused = closed.local_endpoint();
    closed.close();
    auto connect = [&]() -> awaitable<void> {
        const std::vector<tcp::endpoint> addresses{silent.address(), refused};
        co_await connect_first(addresses, 20ms);
    };
    const auto says_so = [](const boost::system::system_error& e) {
        return e.code() == asio::error::connection_refused;
    };
    BOOST_CHECK_EXCEPTION(run_coroutine(context, connect()), boost::system::system_error, says_so);
}

BOOST_AUTO_TEST_SUITE_END()
