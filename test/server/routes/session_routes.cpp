#include "server/routes/sessions.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

#include "test/support/auth_server.hpp"

using namespace examwright;
using namespace examwright::test;
namespace json = boost::json;

namespace {

struct token_fixture : auth_fixture {
    token_fixture() {
        serve(registration::open);
        register_status(account("a@example.org"));
        session = token_of("a@example.org");
    }
    http_reply send(const std::string& token, const std::string& method, const std::string& target,
                    const json::object& body = {}) {
        client->token = token;
        return client->request(method, target, {}, body.empty() ? "" : json::serialize(body));
    }
    http_reply make(const json::object& wanted) { return send(session, "POST", "/auth/tokens", wanted); }
    std::string api_token(const std::string& scope) {
        const auto reply = make({{"name", "Moodle"}, {"scope", scope}});
        BOOST_TEST_REQUIRE(reply.status == 201, reply.body);
        return std::string(reply.json().at("token").as_string());
    }

    std::string session;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(session_routes, token_fixture)

BOOST_AUTO_TEST_CASE(an_api_token_is_told_once_and_listed_beside_the_sessions) {
    const auto made =
        make({{"name", " Moodle\n"}, {"scope", "write"}, {"expires_at", "2099-12-31T00:00:00Z"}});
    BOOST_TEST(made.status == 201);
    BOOST_TEST(made.json().at("name") == "Moodle");
    BOOST_TEST(made.json().at("expires_at") == "2099-12-31T00:00:00.000000Z");
    const std::string token(made.json().at("token").as_string());
    BOOST_TEST(me(token) == 200);
    BOOST_TEST(!file_holds(token));
    const auto listed = send(session, "GET", "/auth/tokens").json();
    BOOST_TEST(listed.at("total") == 2);
    for (const auto& each : listed.at("items").as_array()) {
        const bool is_session = each.at("current").as_bool();
        BOOST_TEST(each.at("kind") == (is_session ? "session" : "token"));
        BOOST_TEST(each.at("name").is_null() == is_session);
    }
    const std::string id(made.json().at("id").as_string());
    BOOST_TEST(send(session, "DELETE", "/auth/tokens/" + id).status == 204);
    BOOST_TEST(me(token) == 401);
}

BOOST_AUTO_TEST_CASE(an_api_token_makes_no_tokens_and_changes_no_password) {
    const auto token = api_token("admin");
    BOOST_TEST(send(token, "POST", "/auth/tokens", {{"name", "x"}, {"scope", "read"}}).status == 403);
    BOOST_TEST(change_password(token, password, "new password").status == 403);
}

BOOST_AUTO_TEST_CASE(its_scope_says_what_it_may) {
    const auto reading = api_token("read"), writing = api_token("write");
    BOOST_TEST(send(reading, "GET", "/auth/tokens").status == 200);
    BOOST_TEST(send(reading, "POST", "/auth/logout").status == 403);
    BOOST_TEST(send(writing, "POST", "/auth/logout").status == 204);
    BOOST_TEST(me(writing) == 401);
}

BOOST_AUTO_TEST_CASE(a_new_password_ends_sessions_and_no_api_token) {
    const auto token = api_token("read");
    const auto there = token_of("a@example.org");
    BOOST_TEST(change_password(session, password, "new password").status == 204);
    BOOST_TEST(me(there) == 401);
    BOOST_TEST(me(token) == 200);
}

BOOST_AUTO_TEST_CASE(what_makes_no_token_is_told) {
    for (const json::object& wrong :
         {json::object{{"scope", "read"}}, json::object{{"name", "x"}},
          json::object{{"name", "\n"}, {"scope", "read"}}, json::object{{"name", "x"}, {"scope", "all"}},
          json::object{{"name", "x"}, {"scope", "read"}, {"expires_at", "2001-01-01T00:00:00Z"}},
          json::object{{"name", "x"}, {"scope", "read"}, {"expires_at", "tomorrow"}},
          json::object{{"name", "x"}, {"scope", "read"}, {"expires", "2099"}}})
        BOOST_TEST(make(wrong).status == 400, json::serialize(wrong));
}

BOOST_AUTO_TEST_SUITE_END()
