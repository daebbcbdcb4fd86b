#include "server/routes/sign_in.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

#include "test/support/auth_server.hpp"

using namespace examwright;
using namespace examwright::test;
namespace json = boost::json;

namespace {

struct session_fixture : auth_fixture {
    session_fixture() {
        serve(registration::open);
        register_status(account("a@example.org"));
    }
    http_reply begin(const http_client::headers& fields = {}, const std::string& secret = password) {
        return client->request("POST", "/auth/session", fields,
                               json::serialize(account("a@example.org", secret)));
    }
    /// "name=value" of the cookie that a new session gives.
    std::string cookie(const http_client::headers& fields = {}) {
        const auto reply = begin(fields);
        BOOST_TEST_REQUIRE(reply.status == 204, reply.body);
        const auto set = reply.headers.at("set-cookie");
        return set.substr(0, set.find(';'));
    }
    int status(const std::string& method, const std::string& target, const http_client::headers& fields) {
        return client->request(method, target, fields).status;
    }
    std::string own_origin() { return "http://127.0.0.1:" + std::to_string(server->port()); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(sign_in_routes, session_fixture)

BOOST_AUTO_TEST_CASE(the_page_s_session_is_a_cookie_that_no_script_sees) {
    const auto reply = begin();
    BOOST_TEST(reply.status == 204);
    BOOST_TEST(reply.body.empty());
    const auto set = reply.headers.at("set-cookie");
    BOOST_TEST(set.starts_with("examwright-" + std::to_string(server->port()) + "="), set);
    for (const char* part : {"; Path=/;", "; HttpOnly", "; SameSite=Strict", "; Max-Age=2592000"})
        BOOST_TEST(set.find(part) != set.npos, set);
    BOOST_TEST(set.find("Secure") == set.npos);
    const auto pair = set.substr(0, set.find(';'));
    BOOST_TEST(status("GET", "/auth/me", {{"Cookie", pair}}) == 200);
    BOOST_TEST(status("GET", "/auth/me", {{"Cookie", "a=b; " + pair + "; c=d"}}) == 200);
    BOOST_TEST(status("GET", "/auth/me", {{"Cookie", "x" + pair}}) == 401);
    BOOST_TEST(begin({}, "a wrong password").status == 401);
}

BOOST_AUTO_TEST_CASE(over_https_the_cookie_is_bound_to_this_host) {
    const http_client::headers https{{"X-Forwarded-Proto", "https"},
                                     {"X-Forwarded-Host", "exam.example.org"}};
    const auto set = begin(https).headers.at("set-cookie");
    BOOST_TEST(set.starts_with("__Host-examwright="), set);
    for (const char* part : {"; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Strict"})
        BOOST_TEST(set.find(part) != set.npos, set);
    auto with = https;
    with.emplace_back("Cookie", set.substr(0, set.find(';')));
    BOOST_TEST(status("GET", "/auth/me", with) == 200);
    BOOST_TEST(status("GET", "/auth/me", {with.back()}) == 401);  // of another name over HTTP
}

BOOST_AUTO_TEST_CASE(where_both_come_authorization_decides) {
    const auto pair = cookie();
    const auto token = pair.substr(pair.find('=') + 1);
    BOOST_TEST(status("GET", "/auth/me", {{"Cookie", pair}, {"Authorization", "Bearer wrong"}}) == 401);
    BOOST_TEST(status("GET", "/auth/me", {{"Cookie", pair}, {"Authorization", "Basic YTpi"}}) == 401);
    const http_client::headers both{
        {"Cookie", "a=b"}, {"Authorization", "Bearer " + token}, {"Sec-Fetch-Site", "cross-site"}};
    BOOST_TEST(status("POST", "/auth/logout", both) == 204);
}

BOOST_AUTO_TEST_CASE(signing_out_ends_the_session_and_takes_the_cookie_away) {
    const auto pair = cookie();
    const auto reply =
        client->request("DELETE", "/auth/session", {{"Cookie", pair}, {"Origin", own_origin()}});
    BOOST_TEST(reply.status == 204);
    BOOST_TEST(reply.headers.at("set-cookie").find("Max-Age=0") != std::string::npos);
    BOOST_TEST(status("GET", "/auth/me", {{"Cookie", pair}}) == 401);
    BOOST_TEST(status("DELETE", "/auth/session", {}) == 204);
}

BOOST_AUTO_TEST_CASE(what_a_cookie_changes_is_for_our_own_page) {
    const auto pair = cookie();
    const auto change = [&](http_client::headers fields) {
        fields.emplace_back("Cookie", pair);
        const auto body =
            json::serialize(json::object{{"old_password", "x"}, {"new_password", "long enough"}});
        return client->request("POST", "/auth/password", fields, body).status;
    };
    BOOST_TEST(change({{"Sec-Fetch-Site", "same-origin"}}) == 400);
    BOOST_TEST(change({{"Sec-Fetch-Site", "none"}}) == 400);
    BOOST_TEST(change({{"Origin", own_origin()}}) == 400);
    BOOST_TEST(change({{"Sec-Fetch-Site", "cross-site"}}) == 403);
    BOOST_TEST(change({{"Sec-Fetch-Site", "same-site"}, {"Origin", own_origin()}}) == 403);
    BOOST_TEST(change({{"Origin", "http://127.0.0.1:1"}}) == 403);
    BOOST_TEST(change({{"Origin", "null"}}) == 403);
    BOOST_TEST(change({}) == 403);
    BOOST_TEST(status("GET", "/auth/me", {{"Cookie", pair}, {"Sec-Fetch-Site", "cross-site"}}) == 200);
    // Another site's page comes before the session: nobody learns whether it is still valid.
    BOOST_TEST(status("POST", "/auth/logout", {{"Cookie", pair + "x"}, {"Origin", "null"}}) == 403);
}

BOOST_AUTO_TEST_CASE(no_page_of_another_site_signs_in_or_registers) {
    for (const char* target : {"/auth/session", "/auth/register"}) {
        const auto post = [&](const http_client::headers& fields) {
            return client->request("POST", target, fields, "no JSON").status;
        };
        BOOST_TEST(post({}) == 400);
        BOOST_TEST(post({{"Sec-Fetch-Site", "same-origin"}}) == 400);
        BOOST_TEST(post({{"Origin", own_origin()}}) == 400);
        BOOST_TEST(post({{"Sec-Fetch-Site", "cross-site"}}) == 403);
        BOOST_TEST(post({{"Origin", "http://evil.example.org"}}) == 403);
        BOOST_TEST(post({{"Cookie", cookie()}}) == 403);
    }
}

BOOST_AUTO_TEST_SUITE_END()
