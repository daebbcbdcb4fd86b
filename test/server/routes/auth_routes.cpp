#include "server/routes/auth.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>
#include <future>
#include <string>
#include <utility>
#include <vector>

#include "db/session_store.hpp"
#include "server/runtime/token.hpp"
#include "test/support/auth_server.hpp"

using namespace examwright;
using namespace examwright::test;
namespace json = boost::json;

BOOST_FIXTURE_TEST_SUITE(auth_routes, auth_fixture)

BOOST_AUTO_TEST_CASE(the_first_account_is_the_admin_s_and_the_last_that_registers_itself) {
    serve(registration::first);
    const auto made = client->post("/auth/register", account("Owner@Example.org"));
    BOOST_TEST(made.status == 201);
    BOOST_TEST(made.json().at("email") == "Owner@Example.org");
    BOOST_TEST(made.json().at("role") == "admin");
    BOOST_TEST(made.json().as_object().size() == 3u);
    const auto second = client->post("/auth/register", account("second@example.org"));
    BOOST_TEST(second.status == 403);
    BOOST_TEST(second.body.find("owner") != second.body.npos);
}

BOOST_AUTO_TEST_CASE(of_two_first_accounts_at_once_one_is_made) {
    serve(registration::first);
    const auto attempt = [this](const std::string& email) {
        return http_client(server->port()).post("/auth/register", account(email)).status;
    };
    auto other = std::async(std::launch::async, attempt, "a@example.org");
    const int one = attempt("b@example.org");
    const int two = other.get();
    BOOST_TEST(((one == 201) != (two == 201)));
    BOOST_TEST(user_store(database).count() == 1);
}

BOOST_AUTO_TEST_CASE(open_registration_makes_further_accounts) {
    serve(registration::open);
    BOOST_TEST(client->post("/auth/register", account("a@example.org")).json().at("role") == "admin");
    BOOST_TEST(client->post("/auth/register", account("b@example.org")).json().at("role") == "faculty");
    for (const char* same : {"a@example.org", "A@Example.ORG"}) {
        const auto reply = client->post("/auth/register", account(same));
        BOOST_TEST(reply.status == 409);
        BOOST_TEST(reply.json().at("detail") == "There is an account with this e-mail address already.");
    }
}

BOOST_AUTO_TEST_CASE(closed_registration_makes_none) {
    serve(registration::closed);
    BOOST_TEST(register_status(account("a@example.org")) == 403);
    BOOST_TEST(user_store(database).count() == 0);
}

BOOST_AUTO_TEST_CASE(a_form_of_another_site_makes_no_account) {
    serve(registration::first);
    const auto body = json::serialize(account("a@example.org"));
    const auto send = [&](const std::string& from, const std::string& type) {
        return client
            ->request("POST", "/auth/register", {{"Sec-Fetch-Site", from}, {"Content-Type", type}}, body)
            .status;
    };
    BOOST_TEST(send("cross-site", "text/plain") == 403);
    BOOST_TEST(send("same-site", "application/x-www-form-urlencoded") == 403);
    BOOST_TEST(user_store(database).count() == 0);
    BOOST_TEST(send("same-origin", "text/plain") == 201);
}

BOOST_AUTO_TEST_CASE(the_set_up_token_guards_the_first_account_alone) {
    serve(registration::open, "the set-up token");
    BOOST_TEST(register_status(account("a@example.org")) == 403);
    auto body = account("a@example.org");
    for (const char* wrong : {"", "the set-up tokem", "the set-up token "}) {
        body["setup_token"] = wrong;
        BOOST_TEST(register_status(body) == 403, wrong);
    }
    body["setup_token"] = 5;
    BOOST_TEST(register_status(body) == 400);
    body["setup_token"] = "the set-up token";
    BOOST_TEST(register_status(body) == 201);
    BOOST_TEST(register_status(account("b@example.org")) == 201);
}

BOOST_AUTO_TEST_CASE(what_makes_no_account_is_told) {
    serve(registration::open);
    for (const std::string& email :
         {std::string(), std::string("a"), std::string("a@"), std::string("@b"), std::string("a@b@c"),
          std::string("a b@c.d"), std::string("a@b\n"), std::string(250, 'a') + "@b.de"})
        BOOST_TEST(register_status(account(email)) == 400, email);
    for (const std::string& bad : {std::string("1234567"), std::string("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"),
                                   std::string(512, 'x'), std::string("12345\0006789", 9)})
        BOOST_TEST(register_status(account("a@example.org", bad)) == 400);
    BOOST_TEST(register_status({{"email", "a@example.org"}}) == 400);
    BOOST_TEST(register_status({{"password", password}}) == 400);
    BOOST_TEST(register_status({{"email", 5}, {"password", password}}) == 400);
    BOOST_TEST(client->request("POST", "/auth/register", {}, "email=a").status == 400);
    BOOST_TEST(user_store(database).count() == 0);
    BOOST_TEST(register_status(account("a@example.org", std::string(511, 'x'))) == 201);
    BOOST_TEST(login("a@example.org", std::string(511, 'x')).status == 200);
}

BOOST_AUTO_TEST_CASE(a_login_gives_a_token_that_the_file_does_not_hold) {
    serve(registration::first);
    register_status(account("a@example.org"));
    const auto reply = login("A@EXAMPLE.org");
    BOOST_TEST(reply.status == 200);
    BOOST_TEST(reply.json().at("token_type") == "bearer");
    BOOST_TEST(reply.json().at("expires_in") == 30 * 24 * 3600);
    BOOST_TEST(reply.headers.at("cache-control") == "no-store");
    const std::string token(reply.json().at("access_token").as_string());
    BOOST_TEST(token.size() == 43u);
    client->token = token;
    BOOST_TEST(client->get("/auth/me").json().at("email") == "a@example.org");
    BOOST_TEST(file_holds(sha256_hex(token)));
    BOOST_TEST(!file_holds(token));
    BOOST_TEST(!file_holds(password));
    BOOST_TEST(me(sha256_hex(token)) == 401);
    BOOST_TEST(me("") == 401);
}

BOOST_AUTO_TEST_CASE(a_wrong_password_and_an_unknown_address_are_told_the_same) {
    serve(registration::first);
    register_status(account("a@example.org"));
    const auto wrong = login("a@example.org", "wrong horse");
    const auto unknown = login("nobody@example.org", "wrong horse");
    BOOST_TEST(wrong.status == 401);
    BOOST_TEST(unknown.status == 401);
    BOOST_TEST(wrong.body == unknown.body);
    BOOST_TEST(wrong.headers.at("www-authenticate") == "Bearer");
    BOOST_TEST(login("a@example.org", std::string(600, 'x')).status == 401);
    BOOST_TEST(client->post("/auth/login", json::object{{"email", "a@example.org"}}).status == 400);
}

BOOST_AUTO_TEST_CASE(guessing_is_slowed_down_for_one_account) {
    serve(registration::open);
    register_status(account("a@example.org"));
    register_status(account("b@example.org"));
    for (int i = 0; i < 10; ++i)
        BOOST_TEST(login(i % 2 ? "a@example.org" : "A@example.org", "wrong").status == 401);
    const auto refused = login("a@example.org");
    BOOST_TEST(refused.status == 429);
    BOOST_TEST(refused.headers.at("retry-after") == "900");
    BOOST_TEST(login("b@example.org").status == 200);  // from the same address, but nobody guesses at it
    const auto forwarded = [&](const std::string& from) {
        return client
            ->request("POST", "/auth/login", {{"X-Forwarded-For", "192.0.2.1, " + from}},
                      json::serialize(account("b@example.org")))
            .status;
    };
    BOOST_TEST(forwarded("198.51.100.7") == 200);  // of another one behind the same proxy
    server->advance(std::chrono::minutes(15));
    BOOST_TEST(login("a@example.org").status == 200);
    for (int i = 0; i < 9; ++i)
        BOOST_TEST(login("a@example.org", "wrong").status == 401);
    BOOST_TEST(login("a@example.org").status == 200);  // and the count starts anew
    BOOST_TEST(login("a@example.org", "wrong").status == 401);
}

BOOST_AUTO_TEST_CASE(the_guard_does_not_tell_which_accounts_there_are) {
    serve(registration::first);
    register_status(account("a@example.org"));
    std::vector<std::string> answers[2];
    for (const auto& [email, told] :
         {std::pair("a@example.org", &answers[0]), {"nobody@example.org", &answers[1]}}) {
        for (int i = 0; i < 12; ++i) {
            const auto reply = login(email, "wrong");
            told->push_back(std::to_string(reply.status) + reply.body);
        }
        server->advance(std::chrono::minutes(15));
    }
    BOOST_TEST(answers[0].back().starts_with("429"));
    BOOST_TEST(answers[0] == answers[1]);
}

BOOST_AUTO_TEST_CASE(ten_wrong_passwords_in_any_quarter_of_an_hour_are_too_many) {
    serve(registration::first);
    register_status(account("a@example.org"));
    for (int i = 0; i < 10; ++i) {
        BOOST_TEST(login("a@example.org", "wrong").status == 401);
        server->advance(std::chrono::minutes(1));
    }
    const auto refused = login("a@example.org");  // right, but not looked at
    BOOST_TEST(refused.status == 429);
    BOOST_TEST(refused.headers.at("retry-after") == "300");
    BOOST_TEST(refused.json().at("detail") ==
               "Too many attempts with a wrong password. Try again in 5 minutes.");
    server->advance(std::chrono::minutes(5));  // the first of them is over: one more is free
    BOOST_TEST(login("a@example.org", "wrong").status == 401);
    BOOST_TEST(login("a@example.org").headers.at("retry-after") == "60");
    server->advance(std::chrono::minutes(1));
    BOOST_TEST(login("a@example.org").status == 200);
}

BOOST_AUTO_TEST_CASE(a_wrong_old_password_is_a_guess_too) {
    serve(registration::first);
    register_status(account("a@example.org"));
    const auto token = token_of("a@example.org");
    for (int i = 0; i < 10; ++i)
        BOOST_TEST(change_password(token, "wrong horse", "new password").status == 400);
    const auto refused = change_password(token, password, "new password");
    BOOST_TEST(refused.status == 429);
    BOOST_TEST(refused.headers.at("retry-after") == "900");
    BOOST_TEST(login("a@example.org").status == 429);
}

BOOST_AUTO_TEST_CASE(a_logout_ends_its_session_alone) {
    serve(registration::first);
    register_status(account("a@example.org"));
    const auto one = token_of("a@example.org"), two = token_of("a@example.org");
    client->token = one;
    const auto reply = client->request("POST", "/auth/logout");
    BOOST_TEST(reply.status == 204);
    BOOST_TEST(reply.body.empty());
    BOOST_TEST(me(one) == 401);
    BOOST_TEST(me(two) == 200);
}

BOOST_AUTO_TEST_CASE(a_session_ends_after_thirty_days) {
    serve(registration::first);
    register_status(account("a@example.org"));
    const auto token = token_of("a@example.org");
    server->advance(std::chrono::hours(30 * 24) - std::chrono::seconds(1));
    BOOST_TEST(me(token) == 200);
    server->advance(std::chrono::seconds(1));
    BOOST_TEST(me(token) == 401);
    BOOST_TEST(file_holds(sha256_hex(token)));
    token_of("a@example.org");
    BOOST_TEST(database.execAndGet("SELECT count(*) FROM sessions").getInt() == 1);
}

BOOST_AUTO_TEST_CASE(a_new_password_ends_all_other_sessions) {
    serve(registration::open);
    register_status(account("a@example.org"));
    register_status(account("b@example.org"));
    const auto here = token_of("a@example.org"), there = token_of("a@example.org");
    const auto other = token_of("b@example.org");
    BOOST_TEST(change_password(here, "wrong horse", "new password").status == 400);
    BOOST_TEST(change_password(here, password, "short").status == 400);
    BOOST_TEST(me(there) == 200);
    BOOST_TEST(change_password(here, password, "new password").status == 204);
    BOOST_TEST(me(here) == 200);
    BOOST_TEST(me(there) == 401);
    BOOST_TEST(me(other) == 200);
    BOOST_TEST(login("a@example.org").status == 401);
    BOOST_TEST(login("a@example.org", "new password").status == 200);
    BOOST_TEST(change_password("", password, "new password").status == 401);
}

BOOST_AUTO_TEST_CASE(an_old_account_logs_in_by_its_bcrypt_hash_until_it_has_one_of_ours) {
    const std::string bcrypt = "$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";
    user_store(database).create("old@example.org", bcrypt, "faculty", now);
    const auto hash = [&] { return user_store(database).find_by_email("old@example.org")->password_hash; };
    serve(registration::first);
    BOOST_TEST(login("old@example.org", "U*V").status == 401);
    BOOST_TEST(hash() == bcrypt);
    BOOST_TEST(login("old@example.org", "U*U").status == 200);
    const auto renewed = hash();
    BOOST_TEST(renewed.starts_with("$y$"));
    BOOST_TEST(login("old@example.org", "U*U").status == 200);
    BOOST_TEST(login("old@example.org", "U*V").status == 401);
    BOOST_TEST(hash() == renewed);
    BOOST_TEST(register_status(account("a@example.org")) == 403);
}

BOOST_AUTO_TEST_CASE(of_many_first_logins_of_an_old_account_at_once_all_succeed) {
    const std::string bcrypt = "$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";
    user_store(database).create("old@example.org", bcrypt, "faculty", now);
    serve(registration::first);
    const auto attempt = [&] {
        return http_client(server->port()).post("/auth/login", account("old@example.org", "U*U")).status;
    };
    std::vector<std::future<int>> logins;
    for (int i = 0; i < 6; ++i)
        logins.push_back(std::async(std::launch::async, attempt));
    for (auto& each : logins)
        BOOST_TEST(each.get() == 200);
}

BOOST_AUTO_TEST_SUITE_END()
