#include "server/http/cors.hpp"

#include <boost/algorithm/string/join.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

#include "test/support/http_client.hpp"
#include "test/support/test_server.hpp"

using namespace examwright;
using namespace examwright::test;
using boost::beast::http::verb;
namespace asio = boost::asio;

namespace {

const std::string app = "https://app.example.org";

asio::awaitable<http_response> answer(http_request&) {
    co_return http_response{200, "text/plain", "text", {}};
}

/// A server that lets these origins in.
struct site {
    explicit site(const std::string& origins)
        : server({{verb::get, "/items", route_access::open, route_body::small, "", answer},
                  {verb::patch, "/items", route_access::signed_in, route_body::small, "", answer}},
                 {}, nullptr, cors_policy(read_cors_origins(origins).value())),
          client(server.port) {}

    http_reply preflight(const std::string& target, const std::string& origin) {
        return client.request("OPTIONS", target,
                              {{"Origin", origin},
                               {"Access-Control-Request-Method", "PATCH"},
                               {"Access-Control-Request-Headers", "authorization,content-type"}});
    }
    http_reply get(const std::string& target, const std::string& origin) {
        return client.request("GET", target, {{"Origin", origin}});
    }

    test_server server;
    http_client client;
};

std::string allowed(const http_reply& reply) {
    const auto found = reply.headers.find("access-control-allow-origin");
    return found == reply.headers.end() ? "" : found->second;
}

std::string origins_of(const std::string& text) {
    const auto origins = read_cors_origins(text);
    return origins ? boost::algorithm::join(*origins, "|") : origins.error().detail;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cors)

BOOST_AUTO_TEST_CASE(origins_are_read) {
    BOOST_TEST(origins_of("*") == "*");
    BOOST_TEST(origins_of("https://App.Example.org, http://localhost:5173  tauri://localhost,") ==
               "https://app.example.org|http://localhost:5173|tauri://localhost");
    BOOST_TEST(origins_of("http://[::1]:8080") == "http://[::1]:8080");
    for (const char* bad : {"app.example.org", "https://a.org/", "https://a.org/x", "https://a.org?x",
                            "https://a.org#x", "https://u@a.org", "https://", "https:a.org",
                            "* https://a.org", "https://a.org *", "null", "https://a.org\r\nX: y"})
        BOOST_TEST(origins_of(bad).starts_with("must be *, or origins such as "), bad);
}

BOOST_AUTO_TEST_CASE(without_origins_nothing_is_said_of_it) {
    site closed("");
    for (const auto& reply : {closed.get("/items", app), closed.preflight("/items", app)}) {
        BOOST_TEST(allowed(reply) == "");
        BOOST_TEST(reply.headers.count("vary") == 0u);
    }
    BOOST_TEST(closed.preflight("/items", app).headers.at("allow") == "GET, HEAD, PATCH, OPTIONS");
    BOOST_TEST(closed.preflight("/none", app).status == 404);
}

BOOST_AUTO_TEST_CASE(a_preflight_is_answered_for_the_origins_that_are_let_in) {
    site open(app + " http://localhost:5173");
    for (const char* target : {"/items", "/none"}) {  // the page is to see the 404 itself
        const auto reply = open.preflight(target, app);
        BOOST_TEST(reply.status == 204);
        BOOST_TEST(allowed(reply) == app);
        BOOST_TEST(reply.headers.at("vary") == "Origin");
        BOOST_TEST(reply.headers.at("access-control-allow-methods") == "GET, HEAD, POST, PATCH, DELETE");
        BOOST_TEST(reply.headers.at("access-control-allow-headers") ==
                   "Authorization, Content-Type, If-None-Match");
        BOOST_TEST(reply.headers.at("access-control-max-age") == "7200");
        BOOST_TEST(reply.headers.count("access-control-allow-credentials") == 0u);
    }
    BOOST_TEST(allowed(open.preflight("/items", "http://localhost:5173")) == "http://localhost:5173");
    for (const char* other : {"https://evil.example", "http://app.example.org", "https://app.example.org:444",
                              "https://app.example.org.evil.example", "null", ""}) {
        const auto reply = open.preflight("/items", other);
        BOOST_TEST(allowed(reply) == "", other);
        BOOST_TEST(reply.headers.count("access-control-allow-methods") == 0u);
        BOOST_TEST(reply.headers.at("vary") == "Origin");
    }
    // An OPTIONS that no browser asked first is what it always was.
    const auto plain = open.client.request("OPTIONS", "/items", {{"Origin", app}});
    BOOST_TEST(plain.headers.at("allow") == "GET, HEAD, PATCH, OPTIONS");
    BOOST_TEST(plain.headers.count("access-control-allow-methods") == 0u);
}

BOOST_AUTO_TEST_CASE(answers_and_errors_may_be_seen) {
    site open(app);
    const auto unsigned_in = open.client.request("PATCH", "/items", {{"Origin", app}});
    BOOST_TEST(unsigned_in.status == 401);
    for (const auto& reply : {open.get("/items", app), open.get("/none", app), unsigned_in}) {
        BOOST_TEST(allowed(reply) == app);
        BOOST_TEST(reply.headers.at("access-control-expose-headers") ==
                   "Content-Disposition, ETag, Location, Retry-After, X-Request-Id");
        BOOST_TEST(reply.headers.at("vary") == "Origin");
    }
    BOOST_TEST(open.client.get("/items").headers.at("vary") == "Origin");
    BOOST_TEST(allowed(open.client.get("/items")) == "");
}

BOOST_AUTO_TEST_CASE(all_may_be_let_in) {
    site open("*");
    BOOST_TEST(allowed(open.get("/items", "https://any.example")) == "*");
    BOOST_TEST(open.get("/items", app).headers.count("vary") == 0u);
    BOOST_TEST(allowed(open.preflight("/items", "null")) == "*");
    BOOST_TEST(allowed(open.client.get("/items")) == "");
}

BOOST_AUTO_TEST_SUITE_END()
