#include "server/cli/migrate_command.hpp"

#include <SQLiteCpp/Database.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <iostream>

#include "db/folder_lock.hpp"
#include "db/migrations.hpp"
#include "db/migrator.hpp"
#include "test/support/capture.hpp"
#include "test/support/old_database.hpp"
#include "test/support/temporary_folder.hpp"
#include "test/support/text_file.hpp"

using namespace examwright;

namespace {

struct command_fixture {
    test::temporary_folder folder;
    std::filesystem::path file = folder.path() / "examwright.db";
    test::capture out{std::cout};
    test::capture error{std::cerr};

    int migrate(const std::string& action) {
        return examwright::migrate_command({action, "--data", folder.path().string()});
    }
    std::string bytes() const { return test::bytes_of(file); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(migrate_command, command_fixture)

BOOST_AUTO_TEST_CASE(the_status_of_no_database_creates_none) {
    BOOST_TEST(migrate("status") == 0);
    BOOST_TEST(out.has("005 old_schema: not applied"));
    BOOST_TEST(!std::filesystem::exists(file));
    BOOST_TEST(migrate("down") == 1);
    BOOST_TEST(!std::filesystem::exists(file));
}

BOOST_AUTO_TEST_CASE(the_status_of_an_old_database_changes_nothing) {
    test::old_database{}.make(file);
    const auto before = bytes();
    BOOST_TEST(migrate("status") == 0);
    BOOST_TEST(out.has("006 drop_batch_id: applied"));
    BOOST_TEST(out.has("007 examwright: not applied"));
    BOOST_TEST((bytes() == before));
}

BOOST_AUTO_TEST_CASE(up_and_down_say_what_they_did) {
    BOOST_TEST(migrate("up") == 0);
    BOOST_TEST(out.has("applied 007"));
    BOOST_TEST(migrate("up") == 0);
    BOOST_TEST(out.has("already"));
    BOOST_TEST(migrate("down") == 0);
    BOOST_TEST(out.has("took back " + std::string(migrator::newest())));
    while (!out.has("at 005"))
        BOOST_REQUIRE(migrate("down") == 0);
    BOOST_TEST(out.has("took back 007"));
    BOOST_TEST(migrate("down") == 1);
    BOOST_TEST(error.has("no step to take back"));
}

BOOST_AUTO_TEST_CASE(a_newer_database_is_refused_by_every_action) {
    test::old_database{.alembic_version = "042"}.make(file);
    for (const char* action : {"status", "up", "down"})
        BOOST_TEST(migrate(action) == 1, action);
    BOOST_TEST(error.has("newer examwright"));
}

BOOST_AUTO_TEST_CASE(the_schema_does_not_move_under_a_server) {
    BOOST_TEST(migrate("up") == 0);
    const folder_lock server(folder.path());
    BOOST_TEST(migrate("up") == 1);
    BOOST_TEST(migrate("down") == 1);
    BOOST_TEST(error.has("Another examwright is at work"));
    BOOST_TEST(migrate("status") == 0);
    BOOST_TEST(out.has("008 spares_and_spending: applied"));
}

BOOST_AUTO_TEST_CASE(what_a_way_up_found_and_a_way_down_costs_is_told) {
    test::old_database{.with_orphans = true}.make(file);
    BOOST_TEST(migrate("up") == 0);
    BOOST_TEST(out.has("orphans: documents 1, questions 1."));
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE)
        .exec("UPDATE users SET password_hash = '$y$j9T$x' WHERE role = 'faculty'");
    for (const auto& step : all_migrations())
        if (step.number > "008")  // whose ways down cost nothing here
            BOOST_TEST(migrate("down") == 0);
    BOOST_TEST(migrate("down") == 0);
    BOOST_TEST(out.has("Rows of the table orphans that are gone: 2."));
    BOOST_TEST(migrate("down") == 0);
    BOOST_TEST(out.has("Users whose password the old service can't check, and must be set there anew: 1."));
}

BOOST_AUTO_TEST_CASE(wrong_use_is_told_apart) {
    BOOST_TEST(examwright::migrate_command({}) == 2);
    BOOST_TEST(examwright::migrate_command({"sideways"}) == 2);
    BOOST_TEST(examwright::migrate_command({"up", "--date", "x"}) == 2);
    BOOST_TEST(examwright::migrate_command({"up", "down"}) == 2);
    BOOST_TEST(examwright::migrate_command({"import"}) == 2);
    BOOST_TEST(examwright::migrate_command({"import", "a", "b"}) == 2);
    BOOST_TEST(examwright::migrate_command({"up", "file"}) == 2);
    BOOST_TEST(examwright::migrate_command({"--help"}) == 0);
    BOOST_TEST(out.has("migrate import FILE"));
    BOOST_TEST(examwright::migrate_command({"import", "-h"}) == 0);
    BOOST_TEST(out.has("old service's SQLite database"));
    BOOST_TEST(examwright::migrate_command({"--data", folder.path().string(), "status"}) == 0);
    BOOST_TEST(error.has("status|up|down"));
}

BOOST_AUTO_TEST_SUITE_END()
