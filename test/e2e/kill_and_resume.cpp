#include <signal.h>

#include <SQLiteCpp/Database.h>

#include <poll.h>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <random>

#include "test/support/database_checks.hpp"
#include "test/support/installation.hpp"
#include "test/support/pdf_writer.hpp"
#include "test/support/sample_text.hpp"

namespace json = boost::json;
using namespace examwright::test;

BOOST_AUTO_TEST_SUITE(kill_and_resume)

namespace {

constexpr int jobs_at_once = 3;
constexpr int longest_life_ms = 400;  // of a server, before it is killed

/// tools/kill-test sets more.
int kill_count() {
    const char* given = std::getenv("EXAMWRIGHT_TEST_KILLS");
    return given ? std::atoi(given) : 50;
}

unsigned seed() {
    const char* given = std::getenv("EXAMWRIGHT_TEST_SEED");
    return given ? static_cast<unsigned>(std::atoi(given)) : std::random_device{}();
}

/// A server that is killed again and again, and what its calls came to.
struct killed_server {
    std::int64_t recorded() const {
        SQLite::Database database(database_file().string());
        return database.execAndGet("SELECT count(*) FROM claude_calls").getInt64();
    }
    std::filesystem::path database_file() const { return server.data() / "examwright.db"; }

    json::array tests() { return server.api().get("/tests?limit=100").json().at("items").as_array(); }

    std::int64_t unfinished() {
        std::int64_t count = 0;
        for (const auto& test : tests()) {
            const auto status = text(test.as_object(), "status");
            count += status == "pending" || status == "generating";
        }
        return count;
    }

    /// Every third document is a PDF, so that some are still being read when the server dies. On a busy
    /// machine a test may end before the next one begins, so those that it starts count, too.
    void keep_busy() {
        for (auto busy = unfinished(); busy < jobs_at_once; ++busy) {
            ++documents;
            if (documents % 3 == 0)
                server.api().upload("/documents/upload", "pages.pdf", write_pdf(sample_pages(4)));
            server.start_test(server.add_document(sample_text(6)), 6);
        }
    }

    void live_for(int milliseconds) { poll(nullptr, 0, milliseconds); }

    /// What had reached Claude and is not recorded is lost, and may be asked for once more; nothing else.
    void kill() {
        server.stop(SIGKILL);
        while (claude.stats().at("in_flight").as_int64() > 0)
            live_for(1);
        lost = claude.stats().at("calls").as_int64() - recorded();
        check_database(database_file());
        server.start();
    }

    void wait_for_all() {
        for (const auto& test : tests())
            server.wait_for_test(text(test.as_object(), "id"));
    }

    simulator_process claude{40};
    installation server{claude.url()};
    std::int64_t lost = 0;  // calls so far
    int documents = 0;
};

}  // namespace

BOOST_AUTO_TEST_CASE(at_any_moment_cost_nothing_that_was_recorded) {
    const auto chosen = seed();
    BOOST_TEST_MESSAGE("EXAMWRIGHT_TEST_SEED=" << chosen);
    BOOST_TEST_CONTEXT("EXAMWRIGHT_TEST_SEED=" << chosen) {
        std::minstd_rand random(chosen);
        killed_server killed;
        for (int i = 0; i < kill_count(); ++i) {
            killed.keep_busy();
            killed.live_for(static_cast<int>(random() % longest_life_ms));
            const auto lost_before = killed.lost;
            killed.kill();
            // At most the four calls in flight, and answers on their way into the database.
            BOOST_TEST(killed.lost - lost_before <= 8);
        }
        killed.wait_for_all();
        BOOST_TEST(killed.claude.stats().at("calls").as_int64() == killed.recorded() + killed.lost);
        killed.server.stop(SIGTERM);
        check_database(killed.database_file());
    }
}

BOOST_AUTO_TEST_SUITE_END()
