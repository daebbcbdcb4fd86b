#include <signal.h>
#include <sys/resource.h>

#include <boost/json/object.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "test/support/database_checks.hpp"
#include "test/support/installation.hpp"
#include "test/support/sample_text.hpp"

namespace json = boost::json;
using namespace examwright::test;

BOOST_AUTO_TEST_SUITE(full_disk)

namespace {

/// No file of the server may grow while one of these lives: what it writes fails as on a full disk.
class no_room {
  public:
    explicit no_room(const child_process& process) : pid_(process.id()) { set(1); }
    ~no_room() { set(RLIM_INFINITY); }
    no_room(const no_room&) = delete;
    no_room& operator=(const no_room&) = delete;

  private:
    void set(rlim_t bytes) {
        rlimit limit{};
        prlimit(pid_, RLIMIT_FSIZE, nullptr, &limit);
        limit.rlim_cur = std::min(bytes, limit.rlim_max);
        BOOST_REQUIRE(prlimit(pid_, RLIMIT_FSIZE, &limit, nullptr) == 0);
    }
    pid_t pid_;
};

}  // namespace

BOOST_AUTO_TEST_CASE(answers_that_could_not_be_recorded_are_kept_and_not_asked_for_again) {
    simulator_process claude(200);
    installation server(claude.url());
    const auto id = server.start_test(server.add_document(sample_text(20)), 12);
    claude.wait_for("in_flight", 4);
    {
        const no_room full(server.process());
        claude.wait_for("writes", 4);
        while (claude.stats().at("in_flight").as_int64() > 0)
            claude.wait_for("writes", 4);
        BOOST_TEST(text(server.status(id), "status") == "generating");
        const auto login = server.api().post(
            "/auth/login", json::object{{"email", "teacher@example.org"}, {"password", "correct horse"}});
        BOOST_TEST(login.status == 503);
        BOOST_TEST(login.headers.count("retry-after") == 1u);
        BOOST_TEST(text(login.json().as_object(), "detail").find("disk") != std::string::npos);
    }
    const auto test = server.wait_for_test(id);
    BOOST_TEST(text(test, "status") == "completed");
    BOOST_TEST(test.at("questions_generated").as_int64() == 12);
    BOOST_TEST(claude.stats().at("calls").as_int64() == 8);
    server.stop(SIGTERM);
    check_database(server.data() / "examwright.db");
}

BOOST_AUTO_TEST_CASE(a_finished_test_is_saved_when_there_is_room_again) {
    simulator_process claude(150);
    installation server(claude.url());
    const auto id = server.start_test(server.add_document(sample_text(5)), 5);
    claude.wait_for("reviews", 4);
    {
        const no_room full(server.process());
        while (claude.stats().at("in_flight").as_int64() > 0)
            claude.wait_for("reviews", 4);
        BOOST_TEST(text(server.status(id), "status") == "generating");
    }
    const auto test = server.wait_for_test(id);
    BOOST_TEST(text(test, "status") == "completed");
    BOOST_TEST(claude.stats().at("calls").as_int64() == 8);
}

BOOST_AUTO_TEST_CASE(an_upload_that_finds_no_room_leaves_nothing) {
    installation server("");
    {
        const no_room full(server.process());
        const auto reply = server.api().upload("/documents/upload", "notes.txt", sample_text(3));
        BOOST_TEST(reply.status == 503, reply.body);
    }
    BOOST_TEST(server.api().get("/documents").json().at("total").as_int64() == 0);
    BOOST_TEST(std::filesystem::is_empty(server.data() / "uploads"));
    server.add_document(sample_text(3));
}

BOOST_AUTO_TEST_SUITE_END()
