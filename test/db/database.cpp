#include "db/database.hpp"

#include <sqlite3.h>

#include <boost/test/unit_test.hpp>
#include <regex>
#include <set>

#include "test/support/database_fixture.hpp"

using namespace examwright;

BOOST_FIXTURE_TEST_SUITE(database, test::database_fixture)

BOOST_AUTO_TEST_CASE(the_writer_keeps_what_it_commits) {
    BOOST_TEST(database.execAndGet("PRAGMA journal_mode").getString() == "wal");
    BOOST_TEST(database.execAndGet("PRAGMA synchronous").getInt() == 2);
    BOOST_TEST(database.execAndGet("PRAGMA foreign_keys").getInt() == 1);
    BOOST_TEST(database.execAndGet("PRAGMA busy_timeout").getInt() == 5000);
}

BOOST_AUTO_TEST_CASE(only_the_owner_can_read_the_files) {
    using std::filesystem::perms;
    add_user("a@example.org");
    for (const char* suffix : {"", "-wal", "-shm"}) {
        const auto mode = std::filesystem::status(file.string() + suffix).permissions();
        BOOST_TEST((mode == (perms::owner_read | perms::owner_write)), suffix);
    }
}

BOOST_AUTO_TEST_CASE(a_missing_folder_is_said_by_name) {
    BOOST_CHECK_THROW(open_writer(folder.path() / "none" / "examwright.db"), std::system_error);
}

BOOST_AUTO_TEST_CASE(a_reader_never_writes_and_never_waits) {
    auto reader = open_reader(file);
    BOOST_TEST(reader.execAndGet("PRAGMA busy_timeout").getInt() == 0);
    const auto is_read_only = [](const SQLite::Exception& e) { return e.getErrorCode() == SQLITE_READONLY; };
    BOOST_CHECK_EXCEPTION(reader.exec("DELETE FROM topic_list"), SQLite::Exception, is_read_only);
}

BOOST_AUTO_TEST_CASE(a_reader_sees_the_last_commit_while_the_writer_writes) {
    auto reader = open_reader(file);
    const auto count = [&] { return reader.execAndGet("SELECT count(*) FROM users").getInt(); };
    database.exec("BEGIN IMMEDIATE");
    database.exec("INSERT INTO users (id, email, password_hash, role) VALUES ('u', 'e', 'h', 'admin')");
    BOOST_TEST(count() == 0);
    auto second_reader = open_reader(file);
    BOOST_TEST(second_reader.execAndGet("SELECT count(*) FROM users").getInt() == 0);
    database.exec("COMMIT");
    BOOST_TEST(count() == 1);
}

BOOST_AUTO_TEST_CASE(ids_are_uuids_of_version_4_and_differ) {
    const std::regex form("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    std::set<std::string> ids;
    for (int i = 0; i < 1000; ++i) {
        const auto id = new_id();
        BOOST_REQUIRE(std::regex_match(id, form));
        ids.insert(id);
    }
    BOOST_TEST(ids.size() == 1000u);
}

BOOST_AUTO_TEST_SUITE_END()
