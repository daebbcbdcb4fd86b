#include "server/http/http_server.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/test/unit_test.hpp>
#include <stdexcept>
#include <string>

#include "test/support/http_client.hpp"
#include "test/support/raw_client.hpp"
#include "test/support/test_server.hpp"

using namespace examwright;
using namespace examwright::test;
using namespace std::string_literals;
using boost::beast::http::verb;
namespace asio = boost::asio;

namespace {

http_response text(std::string body) {
    return {200, "text/plain", std::move(body), {}};
}

asio::awaitable<http_response> echo(http_request& request) {
    co_return text(request.body);
}

asio::awaitable<http_response> item(http_request& request) {
    std::string told = request.path_values[0];
    for (const auto& [name, value] : request.query)
        told += "|" + name + "=" + value;
    co_return text(told);
}

asio::awaitable<http_response> fail(http_request&) {
    throw std::runtime_error("the disk is on fire");
    co_return text("");
}

asio::awaitable<http_response> count_upload(http_request& request) {
    std::size_t bytes = 0;
    for (;;) {
        const auto piece = co_await request.upload->read_some();
        if (!piece)
            co_return problem_response(piece.error());
        if (piece->empty())
            co_return text(std::to_string(bytes));
        bytes += piece->size();
    }
}

asio::awaitable<http_response> refuse_upload(http_request&) {
    co_return problem_response(problem{problem_kind::unsupported_media, "Not such a file."});
}

asio::awaitable<http_response> page(http_request&) {
    co_return http_response{200, "text/html; charset=utf-8", "<p>", {{"X-Name", "a\r\nSet-Cookie: b"}}};
}

asio::awaitable<http_response> who(http_request& request) {
    co_return text(request.user->id + " " + request.peer);
}

std::vector<route> routes() {
    constexpr auto open = route_access::open;
    constexpr auto small = route_body::small;
    return {
        {verb::get, "/", open, small, "", page},
        {verb::get, "/items/{id}", open, small, "", item},
        {verb::delete_, "/items/{id}", open, small, "", item},
        {verb::get, "/fail", open, small, "", fail},
        {verb::post, "/echo", open, small, "", echo},
        {verb::post, "/upload", open, route_body::upload, "", count_upload},
        {verb::post, "/refused", open, route_body::upload, "", refuse_upload},
        {verb::get, "/who", route_access::signed_in, small, "", who},
        {verb::post, "/who", route_access::signed_in, small, "", who},
    };
}

http_limits small_limits() {
    http_limits limits;
    limits.body_bytes = 1000;
    limits.upload_bytes = 100'000;
    return limits;
}

std::optional<user_record> only_asha(std::string_view) {
    return user_record{"asha", "", "faculty", {}};
}

struct fixture {
    test_server server{routes(), small_limits(), only_asha};
    raw_client client{server.port};

    int status_of(const std::string& target) {
        return client.exchange("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n").status;
    }
};

const std::string chunked = "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";

std::string post(const std::string& target, const std::string& body, const std::string& fields = "") {
    return "POST " + target + " HTTP/1.1\r\nHost: x\r\n" + fields +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(http_server, fixture)

BOOST_AUTO_TEST_CASE(pipelined_requests_are_answered_in_their_order) {
    std::string requests;
    for (int i = 0; i < 200; ++i)
        requests += i % 2 == 0 ? "GET /items/" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\n\r\n"
                               : post("/echo", std::to_string(i));
    client.send(requests);
    for (int i = 0; i < 200; ++i)
        BOOST_TEST(client.read().body == std::to_string(i));
}

BOOST_AUTO_TEST_CASE(a_request_is_read_however_it_is_cut) {
    const std::string request = post("/echo", "body") + "GET /items/x HTTP/1.1\r\nHost: x\r\n\r\n";
    for (std::size_t i = 1; i < request.size(); ++i) {
        client.send(request.substr(0, i));
        client.send(request.substr(i));
        BOOST_TEST(client.read().body == "body");
        BOOST_TEST(client.read().body == "x");
    }
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
}

BOOST_AUTO_TEST_CASE(targets_are_decoded_and_odd_ones_refused) {
    BOOST_TEST(client.exchange("GET /items/a%20b?x=1+2&y=%26&z HTTP/1.1\r\nHost: x\r\n\r\n").body ==
               "a b|x=1 2|y=&|z=");
    BOOST_TEST(status_of("/?a=b") == 200);
    for (const char* target : {"/none", "//", "//items/5", "/items/", "/items//", "/items/5/", "/items/5/6"})
        BOOST_TEST(status_of(target) == 404, target);
    for (const char* target : {"/items/a%2Fb", "/items/%00", "/items/%zz", "/items/5#x", "*", "items/5"})
        BOOST_TEST(status_of(target) == 400, target);
    BOOST_TEST(status_of("/items/5") == 200);  // on the same connection
}

BOOST_AUTO_TEST_CASE(a_route_comes_before_the_token_and_the_token_before_the_body) {
    const std::string large(2000, 'x');
    for (const auto& [request, status] :
         {std::pair("GET /none HTTP/1.1\r\nHost: x\r\n\r\n"s, 404),
          std::pair("PUT /who HTTP/1.1\r\nHost: x\r\n\r\n"s, 405), std::pair(post("/who", large), 401),
          std::pair(post("/who", "x", "Authorization: Basic eDp5\r\n"), 401),
          std::pair(post("/who", "x", "Authorization: Bearer\r\n"), 401),
          std::pair(post("/who", large, "Authorization: bearer t\r\n"), 413),
          std::pair(post("/who", "x", "Authorization: bearer t\r\n"), 200)}) {
        raw_client next(server.port);
        const auto reply = next.exchange(request);
        BOOST_TEST(reply.status == status, request);
        BOOST_TEST((reply.headers.count("www-authenticate") == 1u) == (status == 401));
        if (status == 200)
            BOOST_TEST(reply.body == "asha 127.0.0.1");
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_http_is_refused_and_the_connection_closed) {
    for (const char* bad : {"hello\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n",
                            "GET / HTTP/3.0\r\n\r\n", "\x16\x03\x01\x02\x01\x01\r\n\r\n",
                            "POST /echo HTTP/1.1\r\nContent-Length: x\r\n\r\n",
                            "POST /echo HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                            "POST /echo HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                            "POST /echo HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                            "POST /echo HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n"}) {
        raw_client next(server.port);
        next.send(bad);
        const auto reply = next.read();
        BOOST_TEST(reply.status == 400, bad);
        BOOST_TEST(reply.headers.at("connection") == "close");
        next.end_sending();
        BOOST_TEST(next.ends());
    }
}

BOOST_AUTO_TEST_CASE(a_header_over_the_limit_is_refused_in_an_answer_that_arrives) {
    const std::string field = "X-Field: " + std::string(1000, 'x') + "\r\n";
    std::string request = "GET /items/5 HTTP/1.1\r\n";
    for (int i = 0; i < 15; ++i)
        request += field;
    BOOST_TEST(client.exchange(request + "\r\n").status == 200);
    for (int i = 0; i < 5000; ++i)
        request += field;
    client.try_send(request);
    BOOST_TEST(client.read().status == 431);
}

BOOST_AUTO_TEST_CASE(a_body_over_the_limit_is_refused_in_an_answer_that_arrives) {
    const std::string huge(5'000'000, 'x');
    BOOST_TEST(client.exchange(post("/echo", std::string(1000, 'x'))).status == 200);
    for (const std::string& target : {"/echo"s, "/upload"s}) {
        raw_client announced(server.port);
        announced.try_send(post(target, huge));
        BOOST_TEST(announced.read().status == 413, target);
        raw_client in_chunks(server.port);
        in_chunks.try_send("POST " + target + " HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n4c4b40\r\n" +
                           huge + "\r\n0\r\n\r\n");
        const auto reply = in_chunks.read();
        BOOST_TEST(reply.status == 413, target);
        BOOST_TEST(reply.headers.at("connection") == "close");
    }
    raw_client early(server.port);
    early.try_send(post("/refused", std::string(90'000, 'x')));
    BOOST_TEST(early.read().status == 415);
}

BOOST_AUTO_TEST_CASE(an_upload_is_read_to_its_limit) {
    BOOST_TEST(client.exchange(post("/upload", std::string(100'000, 'x'))).body == "100000");
    BOOST_TEST(client.exchange(post("/upload", "")).body == "0");
    BOOST_TEST(client.exchange(post("/upload", std::string(70'000, 'x'))).body == "70000");
}

BOOST_AUTO_TEST_CASE(chunks_are_put_together) {
    BOOST_TEST(
        client.exchange(chunked + "5\r\nhello\r\n1;x=y\r\n,\r\n6\r\n world\r\n0\r\nT: x\r\n\r\n").body ==
        "hello, world");
    BOOST_TEST(client.exchange(chunked + "0\r\n\r\n").body == "");
    const auto bad = client.exchange(chunked + "zz\r\nhello\r\n0\r\n\r\n");
    BOOST_TEST(bad.status == 400);
    BOOST_TEST(bad.headers.at("connection") == "close");
}

BOOST_AUTO_TEST_CASE(a_client_that_asks_first_is_told_to_go_on) {
    const std::string head = "POST /echo HTTP/1.1\r\nExpect: 100-Continue\r\nContent-Length: ";
    client.send(head + "5\r\n\r\n");
    BOOST_TEST(client.read().status == 100);
    BOOST_TEST(client.exchange("hello").body == "hello");
    client.send(head + "5000\r\n\r\n");
    BOOST_TEST(client.read().status == 413);  // and no 100 before
}

BOOST_AUTO_TEST_CASE(http_1_0_is_kept_alive_only_on_request) {
    const auto kept = client.exchange("GET /items/5 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    BOOST_TEST(kept.headers.at("connection") == "keep-alive");
    BOOST_TEST(client.exchange("GET /items/6 HTTP/1.0\r\n\r\n").body == "6");
    BOOST_TEST(client.ends());
}

BOOST_AUTO_TEST_CASE(the_last_answer_arrives_though_more_was_sent) {
    const std::string more(300'000, 'x');
    client.try_send("GET /items/5 HTTP/1.1\r\nConnection: close\r\n\r\n" + more);
    const auto reply = client.read();
    BOOST_TEST(reply.body == "5");
    BOOST_TEST(reply.headers.at("connection") == "close");
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
    for (const auto& half :
         {cut(post("/echo", "half")), cut(post("/upload", "half")), chunked + "10\r\nhal"}) {
        raw_client leaving(server.port);
        leaving.send(half);
        leaving.close();
        BOOST_TEST(server.log_lines.line().find("info a request broke off") != std::string::npos);
    }
    BOOST_TEST(status_of("/items/5") == 200);
}

BOOST_AUTO_TEST_CASE(every_answer_has_its_security_headers) {
    const auto page_reply = client.exchange("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    BOOST_TEST(page_reply.headers.at("x-content-type-options") == "nosniff");
    BOOST_TEST(page_reply.headers.at("cache-control") == "no-store");
    BOOST_TEST(page_reply.headers.at("content-security-policy") ==
               "default-src 'self'; frame-ancestors 'none'");
    BOOST_TEST(page_reply.headers.at("referrer-policy") == "no-referrer");
    BOOST_TEST(page_reply.headers.at("x-name") == "a  Set-Cookie: b");
    BOOST_TEST(page_reply.headers.count("set-cookie") == 0u);
    BOOST_TEST(page_reply.headers.at("date").size() == 29u);
    const auto problem = client.exchange("GET /none HTTP/1.1\r\nHost: x\r\n\r\n");
    BOOST_TEST(problem.headers.at("x-content-type-options") == "nosniff");
    BOOST_TEST(problem.headers.at("x-request-id").size() == 12u);
}

BOOST_AUTO_TEST_SUITE_END()
