#include <boost/test/unit_test.hpp>
#include <string>

#include "test/support/http_client.hpp"
#include "test/support/sample_routes.hpp"

using namespace examwright;
using namespace examwright::test;
using namespace std::string_literals;

// Where a request begins and ends, and what is refused of it before anything is done.

BOOST_FIXTURE_TEST_SUITE(http_framing, sample_server)

BOOST_AUTO_TEST_CASE(pipelined_requests_are_answered_in_their_order) {
    std::string requests;
    for (int i = 0; i < 200; ++i)
        requests += i % 2 == 0 ? "GET /items/" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\n\r\n"
                               : post_request("/echo", std::to_string(i));
    client.send(requests);
    for (int i = 0; i < 200; ++i)
        BOOST_TEST(client.read().body == std::to_string(i));
}

BOOST_AUTO_TEST_CASE(a_request_is_read_however_it_is_cut) {
    const std::string request = post_request("/echo", "body") + "GET /items/x HTTP/1.1\r\nHost: x\r\n\r\n";
    for (std::size_t i = 1; i < request.size(); ++i) {
        client.send(request.substr(0, i));
        client.send(request.substr(i));
        BOOST_TEST(client.read().body == "body");
        BOOST_TEST(client.read().body == "x");
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_http_is_refused_and_the_connection_closed) {
    for (const char* bad :
         {"hello\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n",
          "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n", "GET / HTTP/3.0\r\n\r\n",
          "\x16\x03\x01\x02\x01\x01\r\n\r\n", "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
          "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
          "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
          "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
          "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n",
          "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
          "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"}) {
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
    std::string request = "GET /items/5 HTTP/1.1\r\nHost: x\r\n";
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
    BOOST_TEST(client.exchange(post_request("/echo", std::string(1000, 'x'))).status == 200);
    for (const std::string& target : {"/echo"s, "/upload"s}) {
        raw_client announced(server.port);
        announced.try_send(post_request(target, huge));
        BOOST_TEST(announced.read().status == 413, target);
        raw_client in_chunks(server.port);
        in_chunks.try_send("POST " + target +
                           " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n4c4b40\r\n" + huge +
                           "\r\n0\r\n\r\n");
        const auto reply = in_chunks.read();
        BOOST_TEST(reply.status == 413, target);
        BOOST_TEST(reply.headers.at("connection") == "close");
    }
    raw_client early(server.port);
    early.try_send(post_request("/refused", std::string(90'000, 'x')));
    BOOST_TEST(early.read().status == 415);
}

BOOST_AUTO_TEST_CASE(an_upload_is_read_to_its_limit) {
    BOOST_TEST(client.exchange(post_request("/upload", std::string(100'000, 'x'))).body == "100000");
    BOOST_TEST(client.exchange(post_request("/upload", "")).body == "0");
    BOOST_TEST(client.exchange(post_request("/upload", std::string(70'000, 'x'))).body == "70000");
}

BOOST_AUTO_TEST_CASE(chunks_are_put_together) {
    BOOST_TEST(
        client.exchange(chunked_request + "5\r\nhello\r\n1;x=y\r\n,\r\n6\r\n world\r\n0\r\nT: x\r\n\r\n")
            .body == "hello, world");
    BOOST_TEST(client.exchange(chunked_request + "0\r\n\r\n").body == "");
    const auto bad = client.exchange(chunked_request + "zz\r\nhello\r\n0\r\n\r\n");
    BOOST_TEST(bad.status == 400);
    BOOST_TEST(bad.headers.at("connection") == "close");
}

BOOST_AUTO_TEST_CASE(a_client_that_asks_first_is_told_to_go_on) {
    const std::string head = "POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-Continue\r\nContent-Length: ";
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
    client.try_send("GET /items/5 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n" + more);
    const auto reply = client.read();
    BOOST_TEST(reply.body == "5");
    BOOST_TEST(reply.headers.at("connection") == "close");
}

BOOST_AUTO_TEST_CASE(what_never_ends_between_two_chunks_is_refused_before_it_fills_the_memory) {
    const std::string endless(300 * 1024, '0');
    for (const std::string& frame : {"1;" + endless, endless, "1\r\nx\r\n0\r\nTrailer: " + endless}) {
        raw_client next(server.port);
        next.send(chunked_request);
        next.try_send(frame);
        const auto reply = next.read();
        BOOST_TEST(reply.status == 400);
        BOOST_TEST(reply.body.find("chunks") != reply.body.npos);
    }
}

BOOST_AUTO_TEST_CASE(empty_lines_before_a_request_are_passed_over) {
    client.send("\r\n");
    client.send("\r\n\nGET /items/a HTTP/1.1\r\nHost: x\r\n\r\n");
    BOOST_TEST(client.read().body == "a");
    BOOST_TEST(client.exchange(post_request("/echo", "b") + "\r\n").body == "b");
    BOOST_TEST(client.exchange("GET /items/c HTTP/1.1\r\nHost: x\r\n\r\n").body == "c");
}

BOOST_AUTO_TEST_CASE(a_slash_too_many_is_told_where_the_path_is) {
    const auto location = [&](const std::string& target) {
        raw_client next(server.port);
        const auto reply = next.exchange("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
        return reply.status == 308 ? reply.headers.at("location") : std::to_string(reply.status);
    };
    BOOST_TEST(location("/items/a/") == "/items/a");
    BOOST_TEST(location("//items///a%20b//?q=//") == "/items/a%20b?q=//");
    BOOST_TEST(location("/echo/") == "/echo");
    BOOST_TEST(location("//evil.example.org/") == "404");
    BOOST_TEST(location("//") == "/");
    BOOST_TEST(location("/nothing/") == "404");
}

BOOST_AUTO_TEST_CASE(an_id_in_upper_case_is_the_same_id) {
    const std::string id = "0A1B2C3D-0000-4000-8000-00000000000F";
    BOOST_TEST(client.exchange("GET /items/" + id + " HTTP/1.1\r\nHost: x\r\n\r\n").body ==
               "0a1b2c3d-0000-4000-8000-00000000000f");
    BOOST_TEST(client.exchange("GET /items/ABC HTTP/1.1\r\nHost: x\r\n\r\n").body == "ABC");
}

BOOST_AUTO_TEST_CASE(a_body_is_taken_as_it_is_alone) {
    for (const char* target : {"/echo", "/upload"})
        for (const char* coding : {"gzip", "br", "identity, gzip"}) {
            raw_client next(server.port);
            const auto fields = "Content-Encoding: " + std::string(coding) + "\r\n";
            BOOST_TEST(next.exchange(post_request(target, "body", fields)).status == 415, target);
        }
    BOOST_TEST(client.exchange(post_request("/echo", "a", "Content-Encoding: identity\r\n")).body == "a");
}

BOOST_AUTO_TEST_SUITE_END()
