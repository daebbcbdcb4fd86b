#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "test/support/installation.hpp"
#include "test/support/sample_text.hpp"

namespace json = boost::json;
using namespace examwright::test;

BOOST_AUTO_TEST_SUITE(administration)

namespace {

const std::string nobody = "00000000-0000-4000-8000-000000000000";

std::string detail(const http_reply& reply) {
    return text(reply.json().as_object(), "detail");
}

/// The installation's first account is the admin; others register and log in.
struct school {
    installation server{"", {{"EXAMWRIGHT_REGISTRATION", "open"}}};
    std::string admin = server.api().token;

    http_reply send(const std::string& method, const std::string& path,
                    const json::value& body = json::object{}) {
        return server.api().request(method, path, {}, json::serialize(body));
    }
    std::string login(const std::string& email, const std::string& password = "another horse") {
        server.api().token.clear();
        const auto reply = send("POST", "/auth/login", {{"email", email}, {"password", password}});
        return reply.status == 200 ? text(reply.json().as_object(), "access_token") : "";
    }
    /// Returns the id; the api is theirs afterwards.
    std::string add_user(const std::string& email) {
        server.api().token.clear();
        const auto reply = send("POST", "/auth/register", {{"email", email}, {"password", "another horse"}});
        BOOST_REQUIRE(reply.status == 201);
        server.api().token = login(email);
        return text(reply.json().as_object(), "id");
    }
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(sessions_are_listed_and_ended_one_by_one, school) {
    const auto other = login("teacher@example.org", "correct horse");
    server.api().token = admin;
    const auto sessions = server.api().get("/auth/tokens").json();
    BOOST_TEST(sessions.at("total").as_int64() == 2);
    std::string current, second;
    for (const auto& each : sessions.at("items").as_array())
        (each.at("current").as_bool() ? current : second) = text(each.as_object(), "id");
    BOOST_TEST(!current.empty());
    BOOST_TEST(send("DELETE", "/auth/tokens/" + second).status == 204);
    BOOST_TEST(send("DELETE", "/auth/tokens/" + second).status == 404);
    server.api().token = other;
    BOOST_TEST(server.api().get("/auth/me").status == 401);
    add_user("b@example.org");
    BOOST_TEST(send("DELETE", "/auth/tokens/" + current).status == 404);  // another's
    server.api().token = admin;
    BOOST_TEST(server.api().get("/auth/me").status == 200);
}

BOOST_FIXTURE_TEST_CASE(only_an_admin_administers, school) {
    const auto id = add_user("b@example.org");
    const struct {
        const char* method;
        std::string path;
    } calls[] = {{"GET", "/admin/users"},
                 {"PATCH", "/admin/users/" + id},
                 {"DELETE", "/admin/users/" + id},
                 {"POST", "/admin/users/" + id + "/password"},
                 {"POST", "/topics"},
                 {"PATCH", "/topics/" + nobody},
                 {"DELETE", "/topics/" + nobody}};
    for (const auto& [method, path] : calls)
        BOOST_TEST(send(method, path).status == 403, method << " " << path);
    server.api().token.clear();
    for (const auto& [method, path] : calls)
        BOOST_TEST(send(method, path).status == 401, method << " " << path);
}

BOOST_FIXTURE_TEST_CASE(an_admin_keeps_the_accounts, school) {
    const auto id = add_user("b@example.org");
    const auto theirs = server.api().token;
    server.add_document(sample_text(1));
    server.api().token = admin;
    const auto users = server.api().get("/admin/users?limit=1&offset=0").json();
    BOOST_TEST(users.at("total").as_int64() == 2);
    const auto first = users.at("items").as_array().at(0).as_object();
    BOOST_TEST(text(first, "email") == "b@example.org");
    BOOST_TEST(first.at("documents").as_int64() == 1);
    BOOST_TEST(first.count("password_hash") == 0u);
    const auto path = "/admin/users/" + id;
    BOOST_TEST(send("PATCH", path, {{"role", "king"}}).status == 400);
    BOOST_TEST(send("PATCH", "/admin/users/" + nobody, {{"role", "king"}}).status == 404);
    BOOST_TEST(text(send("PATCH", path, {{"role", "admin"}}).json().as_object(), "role") == "admin");
    BOOST_TEST(send("PATCH", path, {{"role", "faculty"}}).status == 200);
    BOOST_TEST(send("POST", path + "/password", {{"new_password", "short"}}).status == 400);
    BOOST_TEST(send("POST", path + "/password", {{"new_password", "a third horse"}}).status == 204);
    server.api().token = theirs;
    BOOST_TEST(server.api().get("/auth/me").status == 401);
    BOOST_TEST(login("b@example.org") == "");
    BOOST_TEST(login("b@example.org", "a third horse") != "");
}

BOOST_FIXTURE_TEST_CASE(the_last_admin_stays_one, school) {
    server.api().token = admin;
    const auto me = text(server.api().get("/auth/me").json().as_object(), "id");
    BOOST_TEST(send("PATCH", "/admin/users/" + me, {{"role", "faculty"}}).status == 409);
    const auto refused = send("DELETE", "/admin/users/" + me);
    BOOST_TEST(refused.status == 409);
    BOOST_TEST(detail(refused).find("only admin") != std::string::npos);
    BOOST_TEST(send("PATCH", "/admin/users/" + me, {{"role", "admin"}}).status == 200);
}

BOOST_FIXTURE_TEST_CASE(a_removed_user_goes_with_all_that_is_theirs, school) {
    const auto id = add_user("b@example.org");
    const auto theirs = server.api().token;
    const auto document = server.add_document(sample_text(3));
    server.wait_for_test(server.start_test(document, 3));
    server.start_test(document, 20);
    BOOST_TEST(!std::filesystem::is_empty(server.data() / "uploads"));
    server.api().token = admin;
    BOOST_TEST(send("DELETE", "/admin/users/" + id).status == 204);
    BOOST_TEST(send("DELETE", "/admin/users/" + id).status == 404);
    BOOST_TEST(std::filesystem::is_empty(server.data() / "uploads"));
    server.api().token = theirs;
    BOOST_TEST(server.api().get("/tests").status == 401);
    BOOST_TEST(login("b@example.org") == "");
}

BOOST_FIXTURE_TEST_CASE(topics_come_and_go_and_questions_stay, school) {
    server.api().token = admin;
    const auto id = server.start_test(server.add_document(sample_text(2)), 2);
    server.wait_for_test(id);
    const auto made = send("POST", "/topics", {{"slug", "rivers"}, {"name", " Rivers "}});
    BOOST_TEST(made.status == 201);
    const auto topic = text(made.json().as_object(), "id");
    BOOST_TEST(text(made.json().as_object(), "name") == "Rivers");
    BOOST_TEST(send("POST", "/topics", {{"slug", "rivers"}, {"name", "Again"}}).status == 409);
    for (const json::value& bad : {json::value{{"slug", "Big River"}, {"name", "x"}},
                                   json::value{{"slug", "x"}}, json::value{{"slug", "x"}, {"name", " "}}})
        BOOST_TEST(send("POST", "/topics", bad).status == 400);
    const auto question =
        text(server.api().get("/tests/" + id).json().at("questions").as_array().at(0).as_object(), "id");
    BOOST_TEST(send("PATCH", "/tests/" + id + "/questions/" + question, {{"topic_id", topic}}).status == 200);
    BOOST_TEST(send("PATCH", "/topics/" + topic, {{"name", "Streams"}}).status == 200);
    BOOST_TEST(send("PATCH", "/topics/" + topic, {{"slug", "history"}}).status == 409);
    BOOST_TEST(send("PATCH", "/topics/" + nobody, {{"slug", "Bad"}}).status == 404);
    BOOST_TEST(send("DELETE", "/topics/" + topic).status == 204);
    BOOST_TEST(send("DELETE", "/topics/" + topic).status == 404);
    std::string general;
    const auto topics = server.api().get("/topics").json();
    BOOST_TEST(topics.at("items").as_array().size() == 7u);
    for (const auto& each : topics.at("items").as_array())
        if (text(each.as_object(), "slug") == "general")
            general = text(each.as_object(), "id");
    const auto questions = server.api().get("/tests/" + id).json().at("questions").as_array();
    BOOST_TEST(text(questions.at(0).as_object(), "topic_id") == general);
    BOOST_TEST(send("DELETE", "/topics/" + general).status == 409);
    BOOST_TEST(send("PATCH", "/topics/" + general, {{"slug", "other"}}).status == 409);
    BOOST_TEST(send("PATCH", "/topics/" + general, {{"name", "Other"}}).status == 200);
}

BOOST_AUTO_TEST_SUITE_END()
