#include <boost/json/array.hpp>
#include <boost/test/unit_test.hpp>
#include <future>
#include <vector>

#include "test/support/installation.hpp"
#include "test/support/sample_text.hpp"

namespace json = boost::json;
using namespace examwright::test;

BOOST_AUTO_TEST_SUITE(accounts)

BOOST_AUTO_TEST_CASE(one_user_never_sees_what_is_another_s) {
    installation server("", {{"EXAMWRIGHT_REGISTRATION", "open"}});
    const auto document = server.add_document(sample_text(3));
    const auto test = server.start_test(document, 3);
    server.wait_for_test(test);
    const json::object stranger{{"email", "stranger@example.org"}, {"password", "another horse"}};
    BOOST_TEST(server.api().post("/auth/register", stranger).status == 201);
    server.api().token = text(server.api().post("/auth/login", stranger).json().as_object(), "access_token");
    for (const auto& path : {"/documents/" + document, "/documents/" + document + "/extract",
                             "/tests/" + test, "/tests/" + test + "/status"})
        BOOST_TEST(server.api().get(path).status == 404, path);
    BOOST_TEST(server.generate(document, 3).status == 404);
    BOOST_TEST(server.api().post("/tests/" + test + "/cancel", json::object{}).status == 404);
    BOOST_TEST(server.api().request("DELETE", "/tests/" + test).status == 404);
    BOOST_TEST(server.api().request("DELETE", "/documents/" + document).status == 404);
    for (const auto* list : {"/documents", "/tests"})
        BOOST_TEST(server.api().get(list).json().at("total").as_int64() == 0);
}

BOOST_AUTO_TEST_CASE(all_but_the_open_calls_need_a_token) {
    installation server("");
    for (const std::string token : {"", "wrong"}) {
        server.api().token = token;
        for (const auto* path : {"/documents", "/tests", "/topics", "/auth/me",
                                 "/tests/00000000-0000-4000-8000-000000000000/status"}) {
            const auto reply = server.api().get(path);
            BOOST_TEST(reply.status == 401, path);
            BOOST_TEST(reply.headers.count("www-authenticate") == 1u);
        }
        BOOST_TEST(server.api().get("/health").status == 200);
        BOOST_TEST(server.api().get("/").status == 200);
    }
}

BOOST_AUTO_TEST_CASE(a_login_of_the_same_instant_does_not_outlive_a_new_password) {
    installation server("");
    const auto email = text(server.api().get("/auth/me").json().as_object(), "email");
    const auto log_in = [&](const std::string& password) {
        http_client client(server.port());
        return client.post("/auth/login", json::object{{"email", email}, {"password", password}});
    };
    std::string password = "correct horse";  // the installation's
    for (int round = 0; round < 6; ++round) {
        const std::string next = "the password of round " + std::to_string(round);
        auto change = std::async(std::launch::async, [&] {
            return server.api()
                .post("/auth/password", json::object{{"old_password", password}, {"new_password", next}})
                .status;
        });
        std::vector<std::string> tokens;
        for (auto reply = log_in(password); reply.status == 200; reply = log_in(password))
            tokens.push_back(text(reply.json().as_object(), "access_token"));
        BOOST_REQUIRE(change.get() == 204);
        for (const auto& token : tokens) {
            http_client client(server.port());
            client.token = token;
            BOOST_TEST(client.get("/auth/me").status == 401);
        }
        password = next;
    }
}

BOOST_AUTO_TEST_CASE(off_loopback_the_first_account_needs_the_set_up_token) {
    temporary_folder folder;
    child_process process(EXAMWRIGHT_BINARY, {"serve", "--host", "0.0.0.0", "--port", "0"},
                          {{"EXAMWRIGHT_DATA", folder.path().string()}});
    std::string line = process.read_line();
    http_client client(static_cast<std::uint16_t>(std::stoi(line.substr(line.rfind(':') + 1))));
    while (line.find("setup_token: ") == line.npos)
        line = process.read_line();
    json::object account{{"email", "owner@example.org"}, {"password", "correct horse"}};
    BOOST_TEST(client.post("/auth/register", account).status == 403);
    account["setup_token"] = line.substr(line.rfind(' ') + 1);
    BOOST_TEST(client.post("/auth/register", account).status == 201);
}

BOOST_AUTO_TEST_SUITE_END()
