#include "server/routes/health.hpp"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <future>
#include <string>

#include "server/runtime/version.hpp"
#include "test/support/database_fixture.hpp"
#include "test/support/http_client.hpp"
#include "test/support/test_server.hpp"

using namespace examwright;
using namespace examwright::test;

namespace {

struct health_routes_fixture : database_fixture {
    database_thread on_thread{file};
    std::atomic<bool> stopping = false;
    std::filesystem::path data = folder.path();
    test_server server{health_routes({on_thread, data, [this] { return stopping.load(); }})};
    http_client client{server.port};

    void check_not_ready(const char* why) {
        const auto reply = client.get("/health/ready");
        BOOST_TEST(reply.status == 503);
        BOOST_TEST(reply.json().at("detail") == why);
        BOOST_TEST(reply.headers.at("retry-after") == "5");
        BOOST_TEST(client.get("/health").status == 200);  // it lives all the same
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(health_routes, health_routes_fixture)

BOOST_AUTO_TEST_CASE(a_server_that_lives_says_which_it_is) {
    const auto alive = client.get("/health");
    BOOST_TEST(alive.status == 200);
    BOOST_TEST(alive.json().at("status") == "ok");
    BOOST_TEST(alive.json().at("version").as_string() == product_version());
    const auto ready = client.get("/health/ready");
    BOOST_TEST(ready.status == 200);
    BOOST_TEST(ready.json().at("status") == "ready");
}

BOOST_AUTO_TEST_CASE(one_that_stops_is_not_ready) {
    stopping = true;
    check_not_ready("The server is stopping.");
}

BOOST_AUTO_TEST_CASE(one_without_its_folder_is_not_ready) {
    const auto elsewhere = data.string() + ".away";
    std::filesystem::rename(data, elsewhere);
    check_not_ready("The data folder can't be written to.");
    std::filesystem::rename(elsewhere, data);
    BOOST_TEST(client.get("/health/ready").status == 200);
}

BOOST_AUTO_TEST_CASE(one_whose_schema_is_gone_is_not_ready) {
    database.exec("DROP TABLE alembic_version");
    check_not_ready("The database can't be read.");
}

BOOST_AUTO_TEST_CASE(one_whose_database_does_not_answer_is_not_ready) {
    std::promise<void> release;
    auto stuck = [&, until = release.get_future().share()]() -> boost::asio::awaitable<void> {
        auto wait = [until](SQLite::Database&) { until.wait(); };
        co_await on_thread.run(std::move(wait));
    };
    auto blocked = boost::asio::co_spawn(server.loop.context, stuck(), boost::asio::use_future);
    check_not_ready("The database does not answer.");
    release.set_value();
    blocked.get();
    BOOST_TEST(client.get("/health/ready").status == 200);
}

BOOST_AUTO_TEST_SUITE_END()
