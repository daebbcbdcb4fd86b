#include "server/cli/legacy/import_command.hpp"

#include <SQLiteCpp/Database.h>
#include <sys/stat.h>

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <map>

#include "db/database.hpp"
#include "db/folder_lock.hpp"
#include "db/migrator.hpp"
#include "server/cli/migrate_command.hpp"
#include "test/support/database_checks.hpp"
#include "test/support/old_database.hpp"
#include "test/support/small_disk.hpp"
#include "test/support/takeover_fixture.hpp"
#include "test/support/temporary_folder.hpp"
#include "test/support/text_file.hpp"

using namespace examwright;
using test::bytes_of;
using test::old_database;
using test::small_disk;
namespace fs = std::filesystem;

namespace {

/// The names of a folder's files, with what they hold.
std::map<std::string, std::string> contents(const fs::path& folder) {
    std::map<std::string, std::string> found;
    for (const auto& entry : fs::directory_iterator(folder))
        found[entry.path().filename()] = entry.is_regular_file() ? bytes_of(entry.path()) : "";
    return found;
}

struct import_command_fixture : test::takeover_fixture {
    /// The import is refused with this sentence, changes nothing of the old file, and makes no database.
    void check_refused(const std::string& sentence) {
        const auto before = contents(old_folder.path());
        BOOST_TEST(import() == 1);
        BOOST_TEST(error.has(sentence), error.text());
        BOOST_TEST((contents(old_folder.path()) == before));
        BOOST_TEST(!fs::exists(file));
        if (fs::exists(data))
            for (const auto& [name, content] : contents(data))
                BOOST_TEST(name == "uploads");
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(import_command, import_command_fixture)

BOOST_AUTO_TEST_CASE(an_old_file_is_taken_over_and_only_read) {
    for (const int revision : {5, 6}) {
        fs::remove_all(data);
        fs::remove(old_file);
        old_database{.revision = revision, .with_orphans = true}.make(old_file);
        const auto before = contents(old_folder.path());
        BOOST_TEST_REQUIRE(import() == 0, error.text());
        BOOST_TEST((contents(old_folder.path()) == before));
        BOOST_TEST(contents(data).size() == 2u);  // the database and the uploads
        test::check_database(file);
        BOOST_TEST(text("SELECT version_num FROM alembic_version") == migrator::newest());
        BOOST_TEST(number("SELECT count(*) FROM questions") == 4);
        BOOST_TEST((fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write)));
        BOOST_TEST((fs::status(data).permissions() == fs::perms::owner_all));
        BOOST_TEST(out.has("which was at 00" + std::to_string(revision)));
    }
    BOOST_TEST(out.has("documents: 3\n"));
    BOOST_TEST(out.has("orphans: documents 1, questions 1."));
}

BOOST_AUTO_TEST_CASE(a_file_in_use_is_taken_over_as_it_is_committed) {
    old_database{}.make(old_file);
    for (const char* mode : {"WAL", "DELETE"}) {
        fs::remove_all(data);
        auto user = open_old();
        user.exec(std::string("PRAGMA journal_mode = ") + mode);
        user.exec("UPDATE documents SET title = 'Committed' WHERE title IS NOT NULL");
        user.exec("BEGIN IMMEDIATE; UPDATE documents SET title = 'Not yet'");
        const auto before = contents(old_folder.path());
        BOOST_TEST_REQUIRE(import() == 0, error.text());
        BOOST_TEST(contents(old_folder.path()).size() == before.size());
        BOOST_TEST((contents(old_folder.path())[old_file.filename()] == before.at(old_file.filename())));
        BOOST_TEST(text("SELECT title FROM documents WHERE title IS NOT NULL") == "Committed");
        user.exec("ROLLBACK");
    }
}

BOOST_AUTO_TEST_CASE(what_a_crash_left_in_the_log_is_taken_over) {
    {
        test::temporary_folder elsewhere;
        const auto live = elsewhere.path() / "live.db";
        old_database{}.make(live);
        SQLite::Database user(live.string(), SQLite::OPEN_READWRITE);
        user.exec("PRAGMA journal_mode = WAL");
        user.exec("UPDATE documents SET title = 'In the log' WHERE title IS NOT NULL");
        fs::copy_file(live, old_file);
        fs::copy_file(live.string() + "-wal", old_file.string() + "-wal");
    }
    const auto before = contents(old_folder.path());
    BOOST_TEST_REQUIRE(import() == 0, error.text());
    BOOST_TEST((contents(old_folder.path()) == before));
    BOOST_TEST(text("SELECT title FROM documents WHERE title IS NOT NULL") == "In the log");
}

BOOST_AUTO_TEST_CASE(what_a_crash_left_half_written_is_rolled_back_in_the_copy) {
    {
        test::temporary_folder elsewhere;
        const auto live = elsewhere.path() / "live.db";
        old_database{}.make(live);
        SQLite::Database user(live.string(), SQLite::OPEN_READWRITE);
        user.exec("PRAGMA cache_size = 1; BEGIN EXCLUSIVE; UPDATE users SET role = 'admin'");
        user.exec("UPDATE documents SET title = printf('%9000c', 'x')");  // more than the cache holds
        fs::copy_file(live, old_file);
        fs::copy_file(live.string() + "-journal", old_file.string() + "-journal");
    }
    const auto before = contents(old_folder.path());
    BOOST_TEST_REQUIRE(import() == 0, error.text());
    BOOST_TEST((contents(old_folder.path()) == before));
    BOOST_TEST(text("SELECT title FROM documents WHERE title IS NOT NULL") == "Rivers");
    BOOST_TEST(number("SELECT count(*) FROM users WHERE role = 'faculty'") == 1);
}

BOOST_AUTO_TEST_CASE(what_can_t_be_taken_over_leaves_no_database) {
    check_refused("There is no file");
    BOOST_TEST(!fs::exists(data));
    fs::create_directory(old_file);
    check_refused("is not a file");
    fs::remove(old_file);
    std::ofstream(old_file) << "Notes, and a good many of them: " << std::string(5000, 'x');
    check_refused("is not an SQLite database");
    fs::remove(old_file);
    SQLite::Database(old_file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE bookmarks (id)");
    check_refused(old_file.string() + " is not a database of Examwright: the table");
    open_old().exec("DROP TABLE bookmarks");
    check_refused("is empty: there is nothing to take over");
    fs::remove(old_file);
    old_database{.alembic_version = "042"}.make(old_file);
    check_refused("newer examwright");
}

BOOST_AUTO_TEST_CASE(a_damaged_file_leaves_no_database) {
    old_database{}.make(old_file);
    open_old().exec("UPDATE documents SET extracted_text = printf('%200000c', 'x')");
    const auto whole = bytes_of(old_file);
    std::ofstream(old_file, std::ios::binary) << whole.substr(0, whole.size() / 2);
    check_refused("is damaged");
    auto holed = whole;
    holed.replace(4096, 8192, 8192, '\0');
    std::ofstream(old_file, std::ios::binary) << holed;
    check_refused("is damaged");
}

BOOST_AUTO_TEST_CASE(rows_that_contradict_each_other_leave_no_database) {
    old_database{}.make(old_file);
    open_old().exec("DROP INDEX ix_users_email; UPDATE users SET email = 'a@example.org'");
    check_refused("UNIQUE constraint failed: users.email");
}

BOOST_AUTO_TEST_CASE(a_full_disk_leaves_no_database) {
    old_database{}.make(old_file);
    open_old().exec("UPDATE documents SET extracted_text = printf('%900000c', 'x')");
    for (const rlim_t bytes : {1u, 500'000u, 3'000'000u}) {
        const small_disk full(bytes);
        check_refused("disk failed or is full");
    }
    BOOST_TEST(import() == 0, error.text());
}

BOOST_AUTO_TEST_CASE(a_database_with_users_is_not_overwritten) {
    old_database{}.make(old_file);
    BOOST_TEST_REQUIRE(import() == 0, error.text());
    const auto before = contents(data);
    BOOST_TEST(import() == 1);
    BOOST_TEST(error.has("It is not overwritten"));
    BOOST_TEST((contents(data) == before));
    old_file = file;
    BOOST_TEST(import() == 1);
    BOOST_TEST(error.has("stands in its place already"));
    BOOST_TEST((contents(data) == before));
}

BOOST_AUTO_TEST_CASE(a_database_without_users_is_replaced_with_its_log) {
    old_database{}.make(old_file);
    fs::create_directories(data);
    {
        auto fresh = open_writer(file);
        migrator(fresh).up();
        fs::copy_file(file.string() + "-wal", data / "kept-wal");
    }
    fs::rename(data / "kept-wal", file.string() + "-wal");  // as a crash leaves it
    BOOST_TEST_REQUIRE(import() == 0, error.text());
    BOOST_TEST(!fs::exists(file.string() + "-wal"));
    BOOST_TEST(number("SELECT count(*) FROM users") == 2);
    test::check_database(file);
}

BOOST_AUTO_TEST_CASE(the_log_of_a_database_that_is_gone_is_not_taken_for_the_new_one_s) {
    old_database{}.make(old_file);
    fs::create_directories(data);
    std::ofstream(file.string() + "-wal") << "of another";
    BOOST_TEST(import() == 1);
    BOOST_TEST(error.has("Move it away first"));
    BOOST_TEST(bytes_of(file.string() + "-wal") == "of another");
}

BOOST_AUTO_TEST_CASE(a_folder_that_a_server_is_at_work_in_is_left_alone) {
    old_database{}.make(old_file);
    fs::create_directories(data);
    const folder_lock server(data);
    BOOST_TEST(import() == 1);
    BOOST_TEST(error.has("Another examwright is at work"));
    BOOST_TEST(fs::is_empty(data));
}

BOOST_AUTO_TEST_CASE(users_who_must_spell_their_address_exactly_are_listed) {
    old_database{}.make(old_file);
    open_old().exec(
        "INSERT INTO users (id, email, password_hash, role) VALUES ('u', 'ASHA@example.org', 'h', 'admin')");
    BOOST_TEST_REQUIRE(import() == 0, error.text());
    BOOST_TEST(out.has("    ASHA@example.org\n    asha@example.org\n"));
    BOOST_TEST(!out.has("    Ben@Example.org"));
}

BOOST_AUTO_TEST_SUITE_END()
