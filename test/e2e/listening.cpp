#include <signal.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/streambuf.hpp>
#include <boost/asio/write.hpp>
#include <boost/test/unit_test.hpp>
#include <istream>
#include <iterator>
#include <string>

#include "test/support/command_run.hpp"
#include "test/support/installation.hpp"

using namespace examwright::test;
namespace asio = boost::asio;

// Where else than at a port of its own a server can be reached.

BOOST_AUTO_TEST_SUITE(listening)

namespace {

std::string ask(const std::string& path, const std::string& request) {
    asio::io_context context;
    asio::local::stream_protocol::socket socket(context);
    socket.connect(path);
    asio::write(socket, asio::buffer(request));
    asio::streambuf answer;
    boost::system::error_code end;
    asio::read(socket, answer, end);
    std::istream in(&answer);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string get_over(const std::string& path, const std::string& target, const std::string& fields = "") {
    return ask(path, "GET " + target + " HTTP/1.1\r\nHost: exam.example.org\r\nConnection: close\r\n" +
                         fields + "\r\n");
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_unix_socket_is_no_loopback_and_its_peer_no_trusted_proxy) {
    temporary_folder folder;
    const auto path = (folder.path() / "http.sock").string();
    child_process process(EXAMWRIGHT_BINARY, {"serve", "--host", "unix:" + path},
                          {{"EXAMWRIGHT_DATA", (folder.path() / "data").string()}});
    BOOST_TEST(process.read_line() == "listening on unix:" + path);
    BOOST_TEST(get_over(path, "/health").starts_with("HTTP/1.1 200 OK"));
    BOOST_TEST(get_over(path, "/server").find("\"needs_setup_token\":true") != std::string::npos);
    const auto health = run_command({"health"}, {{"EXAMWRIGHT_HOST", "unix:" + path}});
    BOOST_TEST(health.exit_code == 0, health.errors);
    process.signal(SIGKILL);
    process.wait();
    child_process again(EXAMWRIGHT_BINARY, {"serve", "--host", "unix:" + path},
                        {{"EXAMWRIGHT_DATA", (folder.path() / "data").string()}});
    BOOST_TEST(again.read_line() == "listening on unix:" + path);
    BOOST_TEST(get_over(path, "/health").starts_with("HTTP/1.1 200 OK"));
}

BOOST_AUTO_TEST_CASE(figures_can_have_a_listener_of_their_own) {
    installation server("", {{"EXAMWRIGHT_METRICS_LISTEN", "0"}});
    const auto log = server.log();
    const auto at = log.find("listening for /metrics at=");
    BOOST_TEST_REQUIRE(at != log.npos, log);
    const auto colon = log.find(':', log.find("127.0.0.1", at));
    http_client figures(static_cast<std::uint16_t>(std::stoi(log.substr(colon + 1))));
    BOOST_TEST(figures.get("/metrics").body.find("examwright_build_info") != std::string::npos);
    BOOST_TEST(figures.get("/health").status == 404);
    BOOST_TEST(figures.request("GET", "/metrics", {{"Host", "rebound.example.org"}}).status == 421);
    BOOST_TEST(server.api().get("/metrics").status == 404);
}

BOOST_AUTO_TEST_CASE(under_a_base_path_a_proxy_may_take_it_off_or_leave_it) {
    installation server("", {{"EXAMWRIGHT_PUBLIC_URL", "https://example.org/exams/"}});
    BOOST_TEST(server.api().get("/health").status == 200);
    BOOST_TEST(server.api().get("/exams/health").status == 200);
    BOOST_TEST(server.api().get("/exams/tests").status == 200);
    BOOST_TEST(server.api().get("/exams").headers.at("location") == "/exams/");
    BOOST_TEST(server.api().get("/exams/").status == 200);
    BOOST_TEST(server.api().get("/exams/tests/").headers.at("location") == "/exams/tests");
    BOOST_TEST(server.api().get("/tests/").headers.at("location") == "/exams/tests");
    BOOST_TEST(server.api().get("/examsx/health").status == 404);
    const auto servers = server.api().get("/openapi.json").json().at("servers").as_array();
    BOOST_TEST(servers.at(0).at("url") == "/exams");
}

#ifndef __SANITIZE_THREAD__  // TSan itself can't start where no file may grow
BOOST_AUTO_TEST_CASE(a_start_on_a_full_disk_says_so) {
    temporary_folder folder;
    const std::string start = "ulimit -f 0; exec \"$0\" serve --port 0 2>&1";
    child_process process("/bin/sh", {"-c", start, EXAMWRIGHT_BINARY},
                          {{"EXAMWRIGHT_DATA", folder.path().string()}});
    const auto told = process.read_all();
    BOOST_TEST(told.find("disk") != told.npos, told);
    BOOST_TEST(told.find("full") != told.npos, told);
    BOOST_TEST(process.wait() == 1);
}
#endif

BOOST_AUTO_TEST_SUITE_END()
