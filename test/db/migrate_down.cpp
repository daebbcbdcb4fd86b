#include <SQLiteCpp/Statement.h>

#include <boost/test/unit_test.hpp>

#include "db/database.hpp"
#include "db/migrations.hpp"
#include "db/migrator.hpp"
#include "test/support/database_checks.hpp"
#include "test/support/old_database.hpp"
#include "test/support/temporary_folder.hpp"

using namespace examwright;
using test::dump;
using test::old_database;

namespace {

struct folder_fixture {
    test::temporary_folder folder;
    std::filesystem::path file = folder.path() / "examwright.db";
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(migrate_down, folder_fixture)

BOOST_AUTO_TEST_CASE(a_file_that_went_down_is_one_that_the_old_service_could_have_made) {
    const auto old_file = folder.path() / "old.db";
    old_database{.revision = 5}.make(old_file);
    SQLite::Database old(old_file.string());
    auto database = open_writer(file);
    examwright::migrator steps(database);
    steps.up();
    while (!steps.down().empty())
        continue;
    // The lengths in the names of types differ from file to file, and mean nothing to SQLite.
    const std::string columns =
        "SELECT m.name, c.name, substr(c.type, 1, instr(c.type || '(', '(') - 1), c.\"notnull\", c.pk, "
        "lower(c.dflt_value) FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' "
        "ORDER BY m.name, c.name";
    BOOST_TEST(dump(database, columns) == dump(old, columns));
    const std::string parents =
        "SELECT m.name, f.\"from\", f.\"table\", f.\"to\", f.on_delete FROM sqlite_master m, "
        "pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY m.name, f.\"from\"";
    BOOST_TEST(dump(database, parents) == dump(old, parents));
    const std::string indexes =
        "SELECT tbl_name, name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name";
    BOOST_TEST(dump(database, indexes) == dump(old, indexes));
    BOOST_TEST(dump(database, "SELECT * FROM alembic_version") == "005|\n");
}

BOOST_AUTO_TEST_CASE(old_sql_works_on_a_file_that_went_down_and_its_checks_hold) {
    old_database{.revision = 5}.make(file);
    auto database = open_writer(file);
    examwright::migrator steps(database);
    steps.up();
    database.exec(
        "UPDATE documents SET source_type = 'markdown', status = 'deleted' WHERE title IS NULL;"
        "INSERT INTO generated_tests (id, user_id, document_id, status, prompt_version, model, "
        "replaces_question) SELECT 'job', user_id, id, 'failed', '', '', 'x' FROM documents LIMIT 1;"
        "INSERT INTO claude_calls VALUES (1, 'job', 'write', 1, 0, 'answered', 1, 1, 0, 0, 9, '2026-01-01', "
        "'');"
        "INSERT INTO questions (id, generated_test_id, sort_order, question, options, correct_option, "
        "explanation, difficulty, topic_id) SELECT 'left', 'job', 1, '', '{}', 'A', '', 'easy', id "
        "FROM topic_list LIMIT 1;");
    while (!steps.down().empty())
        continue;
    BOOST_TEST(dump(database, "SELECT source_type, status FROM documents ORDER BY id") ==
               "pdf|ready|\npasted_text|rejected|\npasted_text|rejected|\n");
    BOOST_TEST(dump(database, "SELECT count(*) FROM generated_tests") == "2|\n");
    BOOST_TEST(dump(database, "SELECT DISTINCT json_type(options) FROM questions") == "object|\n");
    database.exec(
        "INSERT INTO documents (id, user_id, source_type, filename, file_path, file_size_bytes, title, "
        "status, "
        "extracted_text, target_questions) SELECT 'd', id, 'pdf', 'a.pdf', '/srv/a.pdf', 7, 'A', 'uploaded', "
        "'', 15 FROM users LIMIT 1;"
        "INSERT INTO generated_tests (id, user_id, document_id, status, prompt_version, model, "
        "generation_metadata, batch_id) SELECT 't', user_id, id, 'generating', 'v', 'm', 'null', 'b' "
        "FROM documents WHERE id = 'd'");
    BOOST_TEST(dump(database,
                    "SELECT target_questions, questions_generated FROM generated_tests "
                    "WHERE batch_id = 'b'") == "15|0|\n");
    for (const char* refused :
         {"UPDATE users SET role = 'guest'", "UPDATE documents SET source_type = 'text'",
          "UPDATE questions SET correct_option = 'F'", "UPDATE questions SET difficulty = 'EASY'"})
        BOOST_CHECK_THROW(database.exec(refused), SQLite::Exception);
    BOOST_TEST(steps.up().size() == all_migrations().size() - 1);
}

BOOST_AUTO_TEST_CASE(our_kinds_of_documents_and_our_topic_stay_valid_on_the_way_down) {
    old_database{}.make(file);
    auto database = open_writer(file);
    examwright::migrator steps(database);
    steps.up();
    database.exec("UPDATE documents SET source_type = 'markdown' WHERE title IS NULL");
    database.exec(
        "UPDATE questions SET topic_id = (SELECT id FROM topic_list WHERE slug = 'general') "
        "WHERE sort_order = 2");
    while (steps.current() != "006")
        steps.down();
    BOOST_TEST(dump(database, "SELECT DISTINCT source_type FROM documents ORDER BY 1") ==
               "pasted_text|\npdf|\n");
    BOOST_TEST(dump(database,
                    "SELECT t.slug FROM questions q JOIN topic_list t ON t.id = q.topic_id "
                    "WHERE q.sort_order = 2") == "general|\n");
    BOOST_TEST(steps.up().size() == all_migrations().size() - 2);
    BOOST_TEST(database.execAndGet("SELECT count(*) FROM topic_list").getInt() == 7);
}

BOOST_AUTO_TEST_SUITE_END()
