#include "server/http/http_server.hpp"

#include <netinet/in.h>
#include <sys/socket.h>

#include <boost/asio/post.hpp>
#include <boost/asio/use_future.hpp>
#include <boost/test/unit_test.hpp>
#include <future>
#include <string>

#include "test/support/http_client.hpp"
#include "test/support/sample_routes.hpp"
#include "test/support/test_server.hpp"

using namespace examwright;
using namespace examwright::test;
using namespace std::string_literals;
namespace asio = boost::asio;

namespace {

/// The descriptor that this process listens on at a port.
int listening_descriptor(std::uint16_t port) {
    for (int descriptor = 3; descriptor < 1024; ++descriptor) {
        int listens = 0;
        socklen_t size = sizeof listens;
        sockaddr_in address{};
        socklen_t length = sizeof address;
        if (getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) == 0 && listens &&
            getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &length) == 0 &&
            ntohs(address.sin_port) == port)
            return descriptor;
    }
    return -1;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(http_server, sample_server)

BOOST_AUTO_TEST_CASE(its_owner_is_told_when_no_connection_can_be_accepted_any_more) {
    test_server broken({});
    std::promise<void> told;
    auto ask = [&] { broken.server().on_failure([&] { told.set_value(); }); };
    asio::post(broken.loop.context, asio::use_future(ask)).get();
    BOOST_REQUIRE(shutdown(listening_descriptor(broken.port), SHUT_RDWR) == 0);
    BOOST_TEST((told.get_future().wait_for(std::chrono::seconds(10)) == std::future_status::ready));
}

BOOST_AUTO_TEST_CASE(head_is_get_without_the_body) {
    client.send("HEAD /items/abc HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto head = client.read(true);
    BOOST_TEST(head.status == 200);
    BOOST_TEST(head.headers.at("content-length") == "3");
    BOOST_TEST(status_of("/items/abc") == 200);
}

BOOST_AUTO_TEST_CASE(what_a_path_takes_is_told) {
    const auto options = client.exchange("OPTIONS /items/5 HTTP/1.1\r\nHost: x\r\n\r\n");
    BOOST_TEST(options.status == 204);
    BOOST_TEST(options.headers.at("allow") == "GET, HEAD, DELETE, OPTIONS");
    BOOST_TEST(options.headers.count("content-length") == 0u);
    const auto wrong = client.exchange("PUT /items/5 HTTP/1.1\r\nHost: x\r\n\r\n");
    BOOST_TEST(wrong.status == 405);
    BOOST_TEST(wrong.headers.at("allow") == "GET, HEAD, DELETE, OPTIONS");
    BOOST_TEST(wrong.headers.at("content-type") == "application/problem+json");
    BOOST_TEST(wrong.json().at("status") == 405);
    BOOST_TEST(client.exchange("BREW /items/5 HTTP/1.1\r\nHost: x\r\n\r\n").status == 405);
    BOOST_TEST(client.exchange("OPTIONS /none HTTP/1.1\r\nHost: x\r\n\r\n").status == 404);
    const auto server_wide = client.exchange("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n");
    BOOST_TEST(server_wide.status == 204);
    BOOST_TEST(server_wide.headers.at("allow") == "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
}

BOOST_AUTO_TEST_CASE(targets_are_decoded_and_odd_ones_refused) {
    BOOST_TEST(client.exchange("GET /items/a%20b?x=1+2&y=%26&z HTTP/1.1\r\nHost: x\r\n\r\n").body ==
               "a b|x=1 2|y=&|z=");
    BOOST_TEST(status_of("/?a=b") == 200);
    for (const char* target : {"http://x:80/items/5", "HTTPS://x/items/5", "http://x"})
        BOOST_TEST(status_of(target) == 200, target);
    for (const char* target : {"/none", "/items/", "/items//", "/items/5/6"})
        BOOST_TEST(status_of(target) == 404, target);
    for (const char* target : {"//", "//items/5", "/items/5/"})  // to the path without the needless slashes
        BOOST_TEST(status_of(target) == 308, target);
    for (const char* target :
         {"/items/a%2Fb", "/items/%00", "/items/%zz", "/items/5#x", "*", "items/5", "ftp://x/items/5"})
        BOOST_TEST(status_of(target) == 400, target);
    BOOST_TEST(status_of("/items/5") == 200);  // on the same connection
}

BOOST_AUTO_TEST_CASE(a_route_comes_before_the_token_and_the_token_before_the_body) {
    const std::string large(2000, 'x');
    for (const auto& [request, status] :
         {std::pair("GET /none HTTP/1.1\r\nHost: x\r\n\r\n"s, 404),
          std::pair("PUT /who HTTP/1.1\r\nHost: x\r\n\r\n"s, 405),
          std::pair(post_request("/who", large), 401),
          std::pair(post_request("/who", "x", "Authorization: Basic eDp5\r\n"), 401),
          std::pair(post_request("/who", "x", "Authorization: Bearer\r\n"), 401),
          std::pair(post_request("/who", large, "Authorization: bearer t\r\n"), 413),
          std::pair(post_request("/who", "x", "Authorization: bearer t\r\n"), 200)}) {
        raw_client next(server.port);
        const auto reply = next.exchange(request);
        BOOST_TEST(reply.status == status, request);
        BOOST_TEST((reply.headers.count("www-authenticate") == 1u) == (status == 401));
        if (status == 200)
            BOOST_TEST(reply.body == "asha 127.0.0.1");
    }
}

BOOST_AUTO_TEST_CASE(a_handler_s_exception_costs_its_own_request_only) {
    const auto failed = client.exchange("GET /fail HTTP/1.1\r\nHost: x\r\n\r\n");
    BOOST_TEST(failed.status == 500);
    const auto id = failed.headers.at("x-request-id");
    BOOST_TEST(failed.body.find(id) != failed.body.npos);
    BOOST_TEST(failed.body.find("fire") == failed.body.npos);
    const auto line = server.log_lines.line_with("error");
    BOOST_TEST(line.find("id=" + id) != line.npos, line);
    BOOST_TEST(line.find("the disk is on fire") != line.npos, line);
    const auto next = client.exchange("GET /items/5 HTTP/1.1\r\nHost: x\r\n\r\n");
    BOOST_TEST(next.status == 200);
    BOOST_TEST(next.headers.at("x-request-id") != id);
}

BOOST_AUTO_TEST_CASE(a_client_that_leaves_in_the_middle_is_no_failure) {
    const auto cut = [](const std::string& request) { return request.substr(0, request.size() - 2); };
    for (const auto& half : {cut(post_request("/echo", "half")), cut(post_request("/upload", "half")),
                             chunked_request + "10\r\nhal"}) {
        raw_client leaving(server.port);
        leaving.send(half);
        leaving.close();
        BOOST_TEST(server.log_lines.line().find("info a request broke off") != std::string::npos);
    }
    BOOST_TEST(status_of("/items/5") == 200);
}

BOOST_AUTO_TEST_CASE(every_answer_has_its_security_headers) {
    for (const char* request :
         {"GET / HTTP/1.1\r\nHost: x\r\n\r\n", "GET /items/5 HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /none HTTP/1.1\r\nHost: x\r\n\r\n", "PUT / HTTP/1.1\r\nHost: x\r\n\r\n",
          "OPTIONS / HTTP/1.1\r\nHost: x\r\n\r\n", "GET /who HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /fail HTTP/1.1\r\nHost: x\r\n\r\n", "no request\r\n\r\n"}) {
        raw_client next(server.port);
        next.send(request);
        const auto reply = next.read();
        BOOST_TEST(reply.headers.at("x-content-type-options") == "nosniff", request);
        BOOST_TEST(reply.headers.at("x-frame-options") == "DENY");
        BOOST_TEST(reply.headers.at("referrer-policy") == "no-referrer");
        BOOST_TEST(reply.headers.at("cross-origin-resource-policy") == "same-origin");
        BOOST_TEST(reply.headers.at("cache-control") == "no-store");
        BOOST_TEST(reply.headers.at("x-request-id").size() == 12u);
        const bool page = reply.headers.count("x-name") > 0;
        BOOST_TEST(reply.headers.at("content-security-policy") ==
                   (page ? "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
                           "object-src 'none'"
                         : "default-src 'none'; frame-ancestors 'none'"));
        const auto line = server.log_lines.line_with("info request");
        BOOST_TEST(line.find("id=" + reply.headers.at("x-request-id")) != line.npos, line);
        BOOST_TEST(line.find("status=" + std::to_string(reply.status)) != line.npos, line);
    }
}

BOOST_AUTO_TEST_CASE(no_value_begins_a_header_of_its_own) {
    const auto page_reply = client.exchange("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    BOOST_TEST(page_reply.headers.at("x-name") == "a  Set-Cookie: b");
    BOOST_TEST(page_reply.headers.count("set-cookie") == 0u);
    BOOST_TEST(page_reply.headers.at("date").size() == 29u);
}

BOOST_AUTO_TEST_CASE(a_client_s_request_id_is_not_taken_over) {
    const auto reply = client.exchange("GET /items/5 HTTP/1.1\r\nHost: x\r\nX-Request-Id: chosen\r\n\r\n");
    BOOST_TEST(reply.headers.at("x-request-id") != "chosen");
}

BOOST_AUTO_TEST_SUITE_END()
