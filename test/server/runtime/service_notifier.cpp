#include "server/runtime/service_notifier.hpp"

#include <unistd.h>
#include <boost/asio/io_context.hpp>
#include <boost/asio/local/datagram_protocol.hpp>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <string>

#include "test/support/temporary_folder.hpp"

namespace asio = boost::asio;
using namespace std::chrono_literals;
using examwright::service_manager;
using examwright::take_service_manager;
using examwright::test::temporary_folder;

BOOST_AUTO_TEST_SUITE(service_notifier)

namespace {

/// Plays systemd: a datagram socket that collects what is sent to it.
struct listening_manager {
    asio::io_context context{1};
    temporary_folder folder;
    std::string path = (folder.path() / "notify").string();
    asio::local::datagram_protocol::socket socket{context, asio::local::datagram_protocol::endpoint(path)};

    std::string receive() {
        char buffer[64];
        return std::string(buffer, socket.receive(asio::buffer(buffer)));
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(it_says_ready_then_feeds_the_watchdog_until_it_is_ended) {
    listening_manager manager;
    examwright::service_notifier notifier(manager.context.get_executor(), {manager.path, 20ms});
    notifier.ready();
    BOOST_TEST(manager.receive() == "READY=1");
    for (int i = 0; i < 3; ++i) {
        BOOST_TEST(manager.receive() == "WATCHDOG=1");
        manager.context.run_one();
    }
    notifier.stopping();
    std::string last;
    while (last != "STOPPING=1")
        last = manager.receive();
    notifier.end();
    manager.context.run();  // returns: nothing is left to wait for
}

BOOST_AUTO_TEST_CASE(without_a_manager_it_does_nothing) {
    asio::io_context context(1);
    examwright::service_notifier notifier(context.get_executor(), {});
    notifier.ready();
    notifier.stopping();
    BOOST_TEST(context.run() == 0u);
}

BOOST_AUTO_TEST_CASE(the_environment_is_taken_once) {
    setenv("NOTIFY_SOCKET", "@examwright", 1);
    setenv("WATCHDOG_USEC", "30000000", 1);
    setenv("WATCHDOG_PID", std::to_string(getpid()).c_str(), 1);
    const auto manager = take_service_manager();
    BOOST_TEST(manager.socket == "@examwright");
    BOOST_TEST((manager.watchdog == 30s));
    BOOST_TEST(!std::getenv("NOTIFY_SOCKET"));
    BOOST_TEST(take_service_manager().socket.empty());
}

BOOST_AUTO_TEST_CASE(a_watchdog_of_another_process_is_not_ours_to_feed) {
    setenv("WATCHDOG_USEC", "30000000", 1);
    setenv("WATCHDOG_PID", "1", 1);
    BOOST_TEST(!take_service_manager().watchdog);
    setenv("WATCHDOG_USEC", "soon", 1);
    BOOST_TEST(!take_service_manager().watchdog);
}

BOOST_AUTO_TEST_SUITE_END()
