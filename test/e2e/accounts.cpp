#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
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

namespace {

/// A server without an account, and the token that it prints.
struct new_server {
    temporary_folder folder;
    child_process process;
    std::string line = process.read_line();
    http_client client{static_cast<std::uint16_t>(std::stoi(line.substr(line.rfind(':') + 1)))};

    explicit new_server(const std::string& host, child_process::variables settings = {})
        : process(EXAMWRIGHT_BINARY, {"serve", "--host", host, "--port", "0"}, [&] {
              settings["EXAMWRIGHT_DATA"] = folder.path().string();
              return settings;
          }()) {}

    std::string read_token() {
        while (line.find("setup_token: ") == line.npos)
            line = process.read_line();
        return line.substr(line.rfind(' ') + 1);
    }
    int make_account(const http_client::headers& fields = {}, const std::string& token = "") {
        json::object account{{"email", "owner@example.org"}, {"password", "correct horse"}};
        if (!token.empty())
            account["setup_token"] = token;
        return client.request("POST", "/auth/register", fields, json::serialize(account)).status;
    }
    bool needs_token(const http_client::headers& fields = {}) {
        return client.request("GET", "/server", fields).json().at("needs_setup_token").as_bool();
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(the_first_account_needs_the_set_up_token_but_from_this_machine_itself) {
    new_server server("0.0.0.0");
    const http_client::headers by_name{{"Host", "exam.example.org"}},
        by_proxy{{"X-Forwarded-For", "127.0.0.1"}};
    BOOST_TEST(server.client.get("/server").json().at("first_run") == true);
    BOOST_TEST(server.needs_token(by_name));
    BOOST_TEST(server.needs_token(by_proxy));
    BOOST_TEST(!server.needs_token());
    BOOST_TEST(server.make_account(by_name) == 403);
    BOOST_TEST(server.make_account(by_proxy) == 403);
    BOOST_TEST(server.make_account(by_name, "wrong") == 403);
    BOOST_TEST(server.make_account(by_name, server.read_token()) == 201);
    BOOST_TEST(server.client.get("/server").json().at("first_run") == false);
    BOOST_TEST(!server.needs_token(by_name));
}

BOOST_AUTO_TEST_CASE(from_this_machine_itself_it_can_be_asked_for_as_well) {
    new_server always("127.0.0.1", {{"EXAMWRIGHT_SETUP_TOKEN", "always"}});
    BOOST_TEST(always.needs_token());
    BOOST_TEST(always.make_account() == 403);
    BOOST_TEST(always.make_account({}, always.read_token()) == 201);
    new_server automatic("127.0.0.1");
    BOOST_TEST(!automatic.needs_token());
    BOOST_TEST(automatic.make_account() == 201);
}

BOOST_AUTO_TEST_CASE(the_log_shows_the_whole_set_up_link_and_a_restart_does_not_spoil_it) {
    temporary_folder folder;
    const auto start = [&](const std::string& url) {
        child_process process(EXAMWRIGHT_BINARY, {"serve", "--port", "0"},
                              {{"EXAMWRIGHT_DATA", folder.path().string()}, {"EXAMWRIGHT_PUBLIC_URL", url}});
        for (;;) {
            const auto line = process.read_line();
            const auto at = line.find("http", line.find("first account") == line.npos ? line.size() : 0);
            if (at != line.npos)
                return line.substr(at);
        }
    };
    const auto link = start("https://exam.example.org/exams");
    BOOST_TEST(link.starts_with("https://exam.example.org/exams/#/welcome/"), link);
    BOOST_TEST(start("https://exam.example.org/exams") == link);
    BOOST_TEST(start("").starts_with("http://127.0.0.1:"));
}

BOOST_AUTO_TEST_CASE(a_server_on_loopback_answers_to_no_foreign_name) {
    installation server("", {{"EXAMWRIGHT_PUBLIC_URL", "https://exam.example.org"}});
    const auto status = [&](const std::string& host) {
        return server.api().request("GET", "/health", {{"Host", host}}).status;
    };
    BOOST_TEST(status("rebound.example.org") == 421);
    BOOST_TEST(status("192.168.1.5:8000") == 421);
    for (const char* host : {"localhost", "127.0.0.1", "[::1]:8000", "exam.example.org"})
        BOOST_TEST(status(host) == 200, host);
    const auto rebound = server.api().request("OPTIONS", "/nothing", {{"Host", "rebound.example.org"}});
    BOOST_TEST(rebound.status == 421);
    BOOST_TEST(rebound.json().at("title") == "Misdirected Request");
}

BOOST_AUTO_TEST_SUITE_END()
