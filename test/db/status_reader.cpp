#include "db/status_reader.hpp"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <thread>

#include "db/job_store.hpp"
#include "db/session_store.hpp"
#include "test/support/database_fixture.hpp"

using namespace examwright;

namespace {

struct reader_fixture : test::database_fixture {
    std::string asha = add_user("asha@example.org");
    std::string ben = add_user("ben@example.org");
    examwright::session_store sessions{database};
    job_store jobs{database};
    examwright::status_reader reader{file};

    generated_test_record add_test() {
        generated_test_record record;
        record.user_id = asha;
        record.document_id = add_document(asha);
        record.target_questions = 12;
        record.created_at = now;
        return jobs.create(record).value();
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(status_reader, reader_fixture)

BOOST_AUTO_TEST_CASE(a_token_names_its_owner_until_it_expires) {
    sessions.create(asha, "hash", "aaaa", now, after(60));
    sessions.create(ben, "hash", "bbbb", now, after(60));
    const auto user = reader.owner_of_token("aaaa", after(59));
    BOOST_REQUIRE(user);
    BOOST_TEST(user->user.id == asha);
    BOOST_TEST(user->user.email == "asha@example.org");
    BOOST_TEST(user->user.role == "faculty");
    BOOST_TEST(reader.owner_of_token("bbbb", now)->user.id == ben);
    BOOST_TEST(!reader.owner_of_token("aaaa", after(60)));
    BOOST_TEST(!reader.owner_of_token("cccc", now));
    BOOST_TEST(!reader.owner_of_token("", now));
}

BOOST_AUTO_TEST_CASE(each_snapshot_knows_the_owner_as_of_its_begin) {
    sessions.create(asha, "hash", "aaaa", now, after(60));
    const auto role_in_a_new_snapshot = [&]() -> std::string {
        BOOST_TEST(reader.begin_snapshot());
        const auto first = reader.owner_of_token("aaaa", now);
        BOOST_TEST(!reader.owner_of_token("aaaa", after(60)));
        database.exec("UPDATE users SET email = email || '.in' WHERE id = '" + asha + "'");
        const auto second = reader.owner_of_token("aaaa", now);
        reader.end_snapshot();
        BOOST_TEST(first.has_value() == second.has_value());
        if (!first || !second)
            return "none";
        BOOST_TEST(first->user.email == second->user.email);
        return first->user.role;
    };
    BOOST_TEST(role_in_a_new_snapshot() == "faculty");
    database.exec("UPDATE users SET role = 'admin' WHERE id = '" + asha + "'");
    BOOST_TEST(role_in_a_new_snapshot() == "admin");
    BOOST_TEST(role_in_a_new_snapshot() == "admin");
    database.exec("DELETE FROM sessions");
    BOOST_TEST(role_in_a_new_snapshot() == "none");
}

BOOST_AUTO_TEST_CASE(the_status_follows_the_job_and_is_its_owners_alone) {
    const auto id = add_test().id;
    const auto pending = reader.status_of_test(id, asha);
    BOOST_REQUIRE(pending);
    BOOST_TEST(pending->status == "pending");
    BOOST_TEST(pending->phase == "queued");
    BOOST_TEST(pending->target_questions == 12);
    BOOST_TEST((pending->created_at == now));
    BOOST_TEST(!pending->ended_at);
    BOOST_TEST(!reader.status_of_test(id, ben));
    BOOST_TEST(!reader.status_of_test("none", asha));

    jobs.set_progress(id, "writing", 2, 8, after(1));
    const auto writing = reader.status_of_test(id, asha);
    BOOST_TEST(writing->status == "generating");
    BOOST_TEST(writing->phase == "writing");
    BOOST_TEST(writing->calls_done == 2);
    BOOST_TEST(writing->calls_total == 8);

    jobs.finish(id, {.status = "failed", .failure_reason = "no"}, after(2));
    BOOST_TEST(reader.status_of_test(id, asha)->status == "failed");
    BOOST_TEST((reader.status_of_test(id, asha)->ended_at == after(2)));
}

BOOST_AUTO_TEST_CASE(nothing_stays_open_between_two_reads) {
    sessions.create(asha, "hash", "aaaa", now, after(60));
    const auto id = add_test().id;
    BOOST_TEST(reader.owner_of_token("aaaa", now).has_value());
    BOOST_TEST(reader.status_of_test(id, asha).has_value());
    jobs.set_progress(id, "writing", 1, 2, now);
    // A reader with an open snapshot would keep this checkpoint from its end: its first column says so.
    BOOST_TEST(database.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt() == 0);
    BOOST_TEST(std::filesystem::file_size(file.string() + "-wal") == 0u);
    BOOST_TEST(reader.status_of_test(id, asha)->calls_done == 1);
}

BOOST_AUTO_TEST_CASE(reads_succeed_while_another_thread_writes_and_checkpoints) {
    sessions.create(asha, "hash", "aaaa", now, after(60));
    const auto id = add_test().id;
    std::atomic<bool> ended = false;
    std::thread writer([&] {
        for (int i = 1; i <= 500; ++i) {
            jobs.set_progress(id, "writing", i, 500, now);
            if (i % 50 == 0)
                database.exec("PRAGMA wal_checkpoint(PASSIVE)");
        }
        ended = true;
    });
    int last = 0, failures = 0;
    while (!ended) {
        try {
            const auto status = reader.status_of_test(id, asha);
            failures += !status || status->calls_done < last || !reader.owner_of_token("aaaa", now);
            last = status ? status->calls_done : last;
        } catch (const SQLite::Exception&) {
            ++failures;
        }
    }
    writer.join();
    BOOST_TEST(failures == 0);
    BOOST_TEST(reader.status_of_test(id, asha)->calls_done == 500);
}

BOOST_AUTO_TEST_SUITE_END()
