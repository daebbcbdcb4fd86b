#include "db/migrator.hpp"

#include <SQLiteCpp/Statement.h>

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <map>

#include "db/database.hpp"
#include "db/migrations.hpp"
#include "test/support/database_checks.hpp"
#include "test/support/old_database.hpp"
#include "test/support/temporary_folder.hpp"
#include "test/support/text_file.hpp"

using namespace examwright;
using test::bytes_of;
using test::dump;
using test::old_database;

namespace {

struct folder_fixture {
    test::temporary_folder folder;
    std::filesystem::path file = folder.path() / "examwright.db";
};

std::string schema_of(SQLite::Database& database) {
    return dump(database,
                "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite%' "
                "ORDER BY type, name");
}

std::string columns_of(SQLite::Database& database) {
    return dump(database,
                "SELECT m.name, c.* FROM sqlite_master m, pragma_table_info(m.name) c "
                "WHERE m.type = 'table' ORDER BY m.name, c.cid");
}

std::string rows_of(SQLite::Database& database) {
    std::string text;
    for (const char* table : {"users", "topic_list", "documents", "generated_tests", "questions"})
        text += dump(database, std::string("SELECT * FROM ") + table + " ORDER BY id");
    return text;
}

/// The rows of a file as the way up leaves them: options are objects, JSON's null is NULL.
std::string tidied_rows_of(const std::filesystem::path& file, const std::filesystem::path& copy) {
    std::filesystem::copy_file(file, copy);
    SQLite::Database database(copy.string(), SQLite::OPEN_READWRITE);
    database.exec(
        "UPDATE questions SET options = json(options) WHERE json_type(options) = 'object';"
        "UPDATE questions SET options = (SELECT json_group_object(json_extract(value, '$.label'), "
        "json_extract(value, '$.text')) FROM json_each(options)) WHERE json_type(options) = 'array';"
        "UPDATE generated_tests SET generation_metadata = NULL WHERE generation_metadata = 'null'");
    return rows_of(database);
}

bool mentions_the_newest(const schema_error& error) {
    return std::string(error.what()).find(examwright::migrator::newest()) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(migrator, folder_fixture)

BOOST_AUTO_TEST_CASE(the_migrations_are_numbered_from_005_without_a_gap) {
    int expected = 5;
    for (const auto& step : all_migrations())
        BOOST_TEST(std::stoi(std::string(step.number)) == expected++);
    BOOST_TEST(examwright::migrator::newest() == all_migrations().back().number);
}

BOOST_AUTO_TEST_CASE(an_empty_file_comes_up_to_the_newest_schema_once) {
    auto database = open_writer(file);
    examwright::migrator steps(database);
    BOOST_TEST(steps.current() == "");
    BOOST_TEST(steps.up().size() == all_migrations().size());
    BOOST_TEST(steps.current() == examwright::migrator::newest());
    BOOST_TEST(dump(database, "SELECT * FROM alembic_version") ==
               std::string(examwright::migrator::newest()) + "|\n");
    BOOST_TEST(steps.up().empty());
    BOOST_TEST(database.execAndGet("PRAGMA foreign_keys").getInt() == 1);
    BOOST_TEST(database.execAndGet("SELECT count(*) FROM topic_list").getInt() == 7);
}

BOOST_AUTO_TEST_CASE(each_step_down_gives_back_the_schema_before_it) {
    auto database = open_writer(file);
    examwright::migrator steps(database);
    steps.up();
    const auto newest = schema_of(database);
    std::map<std::string, std::string> schemas;
    for (auto step = all_migrations().rbegin(); step != std::prev(all_migrations().rend()); ++step) {
        BOOST_TEST(steps.down() == step->number);
        BOOST_TEST(steps.current() == std::next(step)->number);
        schemas[steps.current()] = schema_of(database);
    }
    BOOST_TEST(schemas.at("005").find("batch_id VARCHAR(128)") != std::string::npos);
    BOOST_TEST(steps.down() == "");
    BOOST_TEST(steps.current() == "005");
    BOOST_TEST(schema_of(database) == schemas.at("005"));

    BOOST_TEST(steps.up().size() == all_migrations().size() - 1);
    BOOST_TEST(schema_of(database) == newest);
    while (steps.current() != "006") {
        steps.down();
        BOOST_TEST(schema_of(database) == schemas.at(steps.current()));
    }
    BOOST_TEST(schemas.at("006").find("batch_id") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_new_file_at_006_has_the_very_tables_of_sql_005_and_006) {
    auto database = open_writer(file);
    examwright::migrator steps(database);
    steps.up();
    while (steps.current() != "006")
        steps.down();
    const auto gone_down = schema_of(database);

    auto direct = open_writer(folder.path() / "direct.db");
    direct.exec(std::string(all_migrations()[0].up));
    direct.exec(std::string(all_migrations()[1].up));
    direct.exec(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))");
    BOOST_TEST(gone_down == schema_of(direct));
}

BOOST_AUTO_TEST_CASE(a_file_of_the_old_service_comes_up_and_goes_back_with_its_rows) {
    for (const int revision : {5, 6}) {
        BOOST_TEST_CONTEXT("revision " << revision) {
            const auto old_file = folder.path() / ("old" + std::to_string(revision));
            old_database{.revision = revision}.make(old_file);
            auto database = open_writer(old_file);
            examwright::migrator steps(database);
            BOOST_TEST(steps.current() == "00" + std::to_string(revision));
            const auto rows = tidied_rows_of(old_file, old_file.string() + "-normalized_for_export");
            BOOST_TEST(steps.up().size() == all_migrations().size() - (revision == 5 ? 1u : 2u));
            BOOST_TEST(dump(database, "SELECT * FROM pragma_foreign_key_check") == "");
            BOOST_TEST(
                dump(database, "SELECT phase, ended_at, accepted FROM generated_tests ORDER BY id LIMIT 1") ==
                "done|2025-03-03 11:00:42.500000|4|\n");
            while (steps.current() != "00" + std::to_string(revision))
                steps.down();
            BOOST_TEST(rows_of(database) == rows);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_tables_tell_the_version_where_alembic_version_does_not) {
    struct {
        old_database made;
        const char* found;
    } const cases[] = {{{.revision = 5, .with_alembic_version = false}, "005"},
                       {{.revision = 6, .with_alembic_version = false}, "006"},
                       {{.revision = 6, .alembic_version = "005"}, "006"},
                       {{.revision = 5, .alembic_version = "006_drop_batch_id"}, "005"},
                       {{.revision = 5, .alembic_version = "003"}, "005"},
                       {{.revision = 6, .alembic_version = "007"}, "006"},
                       {{.revision = 6, .alembic_version = "9fe1c2d33a4b"}, "006"}};
    int number = 0;
    for (const auto& [made, found] : cases) {
        BOOST_TEST_CONTEXT("case " << ++number) {
            const auto old_file = folder.path() / std::to_string(number);
            made.make(old_file);
            auto database = open_writer(old_file);
            BOOST_TEST(examwright::migrator(database).current() == found);
            examwright::migrator(database).up();
            BOOST_TEST(dump(database, "SELECT * FROM alembic_version") ==
                       std::string(examwright::migrator::newest()) + "|\n");
        }
    }
}

BOOST_AUTO_TEST_CASE(a_test_that_waits_for_a_batch_fails_with_that_reason) {
    old_database{.revision = 5, .with_unfinished_tests = true}.make(file);
    auto database = open_writer(file);
    examwright::migrator(database).up();
    BOOST_TEST(dump(database, "SELECT id FROM generated_tests WHERE status IN ('pending', 'generating')") ==
               "");
    SQLite::Statement query(database,
                            "SELECT status, failure_reason, phase FROM generated_tests WHERE id = ?");
    query.bind(1, old_database::waiting);
    BOOST_REQUIRE(query.executeStep());
    BOOST_TEST(query.getColumn(0).getString() == "failed");
    BOOST_TEST(query.getColumn(1).getString().find("batch") != std::string::npos);
    BOOST_TEST(query.getColumn(2).getString() == "done");
}

BOOST_AUTO_TEST_CASE(orphans_of_the_old_service_do_not_stop_a_step) {
    old_database{.with_orphans = true}.make(file);
    auto database = open_writer(file);
    examwright::migrator(database).up();
    BOOST_TEST(dump(database, "SELECT * FROM pragma_foreign_key_check") == "");
    BOOST_TEST(database.execAndGet("SELECT count(*) FROM orphans").getInt() == 2);
}

BOOST_AUTO_TEST_CASE(tables_of_ours_without_their_version_are_not_taken_for_old_ones) {
    {
        auto database = open_writer(file);
        examwright::migrator(database).up();
        database.exec("UPDATE alembic_version SET version_num = '006'");
    }
    BOOST_CHECK_THROW(open_writer(file), schema_error);
}

BOOST_AUTO_TEST_CASE(a_newer_schema_is_refused_and_the_file_untouched) {
    old_database{.alembic_version = "042"}.make(file);
    const auto before = bytes_of(file);
    BOOST_CHECK_EXCEPTION(open_writer(file), schema_error, mentions_the_newest);
    SQLite::Database opened_by_hand(file.string(), SQLite::OPEN_READWRITE);
    examwright::migrator steps(opened_by_hand);
    BOOST_CHECK_THROW(steps.up(), schema_error);
    BOOST_CHECK_THROW(steps.down(), schema_error);
    BOOST_TEST((bytes_of(file) == before));
    BOOST_TEST(!std::filesystem::exists(file.string() + "-wal"));
}

BOOST_AUTO_TEST_CASE(what_is_no_database_of_ours_is_refused_and_untouched) {
    const std::string text =
        "These are notes, and a good many more of them than a header has bytes. " + std::string(4096, 'x');
    std::ofstream(file) << text;
    BOOST_CHECK_THROW(open_writer(file), schema_error);
    BOOST_TEST((bytes_of(file) == text));

    const auto foreign = folder.path() / "foreign.db";
    SQLite::Database(foreign.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE bookmarks (id)");
    const auto before = bytes_of(foreign);
    BOOST_CHECK_THROW(open_writer(foreign), schema_error);
    BOOST_TEST((bytes_of(foreign) == before));
}

BOOST_AUTO_TEST_CASE(a_step_that_fails_leaves_the_file_as_it_was) {
    auto database = open_writer(file);
    examwright::migrator steps(database);
    steps.up();
    while (steps.current() != "007")
        steps.down();
    database.exec("CREATE TABLE spare_questions (id)");
    const auto before = schema_of(database) + columns_of(database) + rows_of(database);
    BOOST_CHECK_THROW(steps.up(), SQLite::Exception);
    BOOST_TEST(schema_of(database) + columns_of(database) + rows_of(database) == before);
    BOOST_TEST(steps.current() == "007");
    BOOST_TEST(database.execAndGet("PRAGMA foreign_keys").getInt() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
