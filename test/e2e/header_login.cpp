// Somebody whom a proxy has logged in, as Authelia, authentik and oauth2-proxy tell it.
#include <boost/json/object.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

#include "test/support/command_run.hpp"
#include "test/support/installation.hpp"
#include "test/support/raw_client.hpp"

namespace json = boost::json;
using namespace examwright::test;

namespace {

const child_process::variables by_proxy{{"EXAMWRIGHT_LOGIN_HEADER", "Remote-Email"},
                                        {"EXAMWRIGHT_TRUSTED_PROXIES", "loopback"}};

struct site {
    explicit site(child_process::variables settings) : server("", std::move(settings)) {
        server.api().token.clear();
    }
    http_reply me(const std::string& email) {
        return server.api().request("GET", "/auth/me", {{"Remote-Email", email}});
    }
    installation server;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(header_login)

BOOST_AUTO_TEST_CASE(the_named_user_is_logged_in) {
    site with(by_proxy);
    const auto me = with.me("Teacher@example.org");
    BOOST_REQUIRE(me.status == 200);
    BOOST_TEST(text(me.json().as_object(), "email") == "teacher@example.org");
    BOOST_TEST(with.server.api().request("GET", "/auth/me", {}).status == 401);
    BOOST_TEST(with.me("").status == 400);
    BOOST_TEST(with.me("no e-mail").status == 400);
}

BOOST_AUTO_TEST_CASE(an_unknown_one_gets_an_account_only_where_registration_is_open) {
    site with(by_proxy);
    BOOST_TEST(with.me("new@example.org").status == 403);
    auto open = by_proxy;
    open["EXAMWRIGHT_REGISTRATION"] = "open";
    site with_open(open);
    const auto made = with_open.me("new@example.org");
    BOOST_REQUIRE(made.status == 200);
    BOOST_TEST(text(made.json().as_object(), "role") == "faculty");
    const json::object guess{{"email", "new@example.org"}, {"password", "!"}};
    BOOST_TEST(with_open.server.api().post("/auth/login", guess).status == 401);
}

BOOST_AUTO_TEST_CASE(another_sites_page_changes_nothing) {
    site with(by_proxy);
    const auto paste = [&](const std::string& origin) {
        return with.server.api().request("POST", "/documents",
                                         {{"Remote-Email", "teacher@example.org"},
                                          {"Content-Type", "application/json"},
                                          {"Sec-Fetch-Site", origin}},
                                         R"({"title": "x", "text": "A text."})");
    };
    BOOST_TEST(paste("cross-site").status == 403);
    BOOST_TEST(paste("same-origin").status == 201);
}

BOOST_AUTO_TEST_CASE(nobody_but_a_trusted_proxy_is_believed) {
    site with({{"EXAMWRIGHT_LOGIN_HEADER", "Remote-Email"}, {"EXAMWRIGHT_TRUSTED_PROXIES", "10.0.0.0/8"}});
    BOOST_TEST(with.me("teacher@example.org").status == 401);
    const temporary_folder folder;
    const auto run = run_command({"serve", "--port", "0", "--data", folder.path().string()},
                                 {{"EXAMWRIGHT_LOGIN_HEADER", "Remote-Email"}});
    BOOST_TEST(run.exit_code == 2);
    BOOST_TEST(run.errors.find("EXAMWRIGHT_TRUSTED_PROXIES") != std::string::npos, run.errors);
}

BOOST_AUTO_TEST_CASE(a_header_that_comes_twice_is_refused) {
    site with(by_proxy);
    raw_client client(with.server.port());
    client.send(
        "GET /auth/me HTTP/1.1\r\nHost: localhost\r\nRemote-Email: a@example.org\r\n"
        "remote-email: teacher@example.org\r\n\r\n");
    BOOST_TEST(client.read().status == 400);
}

BOOST_AUTO_TEST_SUITE_END()
