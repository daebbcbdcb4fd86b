#pragma once

#include <atomic>
#include <boost/asio/thread_pool.hpp>
#include <boost/json/object.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "db/status_reader.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/routes/auth.hpp"
#include "server/routes/sessions.hpp"
#include "server/routes/sign_in.hpp"
#include "server/runtime/database_thread.hpp"
#include "test/support/database_fixture.hpp"
#include "test/support/http_client.hpp"
#include "test/support/test_server.hpp"

namespace examwright::test {

inline const std::string password = "correct horse";

inline boost::json::object account(const std::string& email, const std::string& secret = password) {
    return {{"email", email}, {"password", secret}};
}

/// /auth with all its real parts.
class auth_server {
  public:
    auth_server(const database_fixture& data, registration mode, std::string token = "")
        : database_(data.file), reader_(data.file), seconds_(data.now.time_since_epoch()) {
        auto clock = [this] { return timestamp(seconds_.load()); };
        const bool always = !token.empty();
        auto routes = auth_routes({database_, passwords_, guesses_, any_site(), mode,
                                   setup_token{std::move(token), always}, clock});
        for (auto& route : sign_in_routes({database_, passwords_, guesses_, clock}, any_site()))
            routes.push_back(std::move(route));
        for (auto& route : session_routes({database_, clock}))
            routes.push_back(std::move(route));
        auto who = [this, clock](std::string_view hash) { return reader_.owner_of_token(hash, clock()); };
        server_.emplace(std::move(routes), http_limits{}, who);
    }

    void advance(std::chrono::seconds time) { seconds_ = seconds_.load() + time; }
    std::uint16_t port() const { return server_->port; }

  private:
    database_thread database_;
    status_reader reader_;
    password_hasher passwords_;
    login_guard guesses_{[this] { return login_guard::time_point(seconds_.load()); }};
    std::atomic<std::chrono::microseconds> seconds_;
    std::optional<test_server> server_;
};

/// The server, and what a client does with it.
struct auth_fixture : database_fixture {
    std::optional<auth_server> server;
    std::optional<http_client> client;

    void serve(registration mode, const std::string& setup_token = "") {
        server.emplace(*this, mode, setup_token);
        client.emplace(server->port());
    }
    int register_status(const boost::json::object& body) {
        return client->post("/auth/register", body).status;
    }
    http_reply login(const std::string& email, const std::string& secret = password) {
        return client->post("/auth/login", account(email, secret));
    }
    std::string token_of(const std::string& email, const std::string& secret = password) {
        const auto reply = login(email, secret);
        BOOST_TEST_REQUIRE(reply.status == 200, reply.body);
        return std::string(reply.json().at("access_token").as_string());
    }
    int me(const std::string& token) {
        client->token = token;
        const auto status = client->get("/auth/me").status;
        client->token.clear();
        return status;
    }
    http_reply change_password(const std::string& token, const std::string& from, const std::string& to) {
        client->token = token;
        auto reply =
            client->post("/auth/password", boost::json::object{{"old_password", from}, {"new_password", to}});
        client->token.clear();
        return reply;
    }
    bool file_holds(const std::string& text) {
        for (const char* ending : {"", "-wal"}) {
            std::ifstream stream(file.string() + ending, std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
            if (bytes.find(text) != bytes.npos)
                return true;
        }
        return false;
    }
};

}  // namespace examwright::test
