#include "db/legacy/adoption.hpp"

#include <SQLiteCpp/Statement.h>

#include <boost/test/unit_test.hpp>
#include <iterator>
#include <optional>

#include "db/database.hpp"
#include "db/migrator.hpp"
#include "test/support/database_checks.hpp"
#include "test/support/old_database.hpp"
#include "test/support/temporary_folder.hpp"

using namespace examwright;
using test::old_database;

namespace {

struct fixture {
    test::temporary_folder folder;
    std::filesystem::path file = folder.path() / "examwright.db";
    std::optional<SQLite::Database> database;
    std::vector<std::string> remarks;

    /// An old file with these changes, which no CHECK hinders.
    void make(const std::string& changes, old_database old = {}) {
        old.make(file);
        SQLite::Database writer(file.string(), SQLite::OPEN_READWRITE);
        writer.exec("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF;" + changes);
    }
    void adopt(const std::string& changes, old_database old = {}) {
        make(changes, old);
        database.emplace(open_writer(file));
        migrator steps(*database);
        steps.up();
        remarks = steps.remarks();
        test::check_database(file);
    }
    std::string all(const std::string& sql) {
        SQLite::Statement query(*database, sql);
        std::string text;
        while (query.executeStep())
            for (int i = 0; i < query.getColumnCount(); ++i)
                text += (query.getColumn(i).isNull() ? "NULL" : query.getColumn(i).getString()) + "|";
        return text;
    }
    bool told(const std::string& part) const {
        for (const auto& remark : remarks)
            if (remark.find(part) != std::string::npos)
                return true;
        return false;
    }
};

const std::string question_columns =
    "INSERT INTO questions (id, generated_test_id, sort_order, question, options, correct_option, "
    "explanation, "
    "difficulty, topic_id) VALUES ";

std::string question(const std::string& id, const std::string& test, const std::string& topic,
                     const std::string& options = R"({"A": "a", "B": "b", "C": "c", "D": "d"})") {
    return question_columns + "('" + id + "', '" + test +
           "', 100 + (SELECT count(*) FROM questions), 'Which?', '" + options + "', 'A', '', 'easy', '" +
           topic + "');";
}

const std::string polity = "0d000000-0000-4000-8000-000000000001";
/// Completed tests are to have what they were to have.
const std::string full_tests =
    "UPDATE generated_tests SET target_questions = (SELECT count(*) FROM questions q WHERE "
    "q.generated_test_id = generated_tests.id) WHERE status = 'completed';";
const std::string nothing = "0f000000-0000-4000-8000-0000000000ff";

std::string insert_test(const std::string& id, const std::string& user, const std::string& document,
                        const std::string& status = "completed") {
    return "INSERT INTO generated_tests (id, user_id, document_id, status, prompt_version, model, "
           "target_questions) VALUES ('" +
           id + "', '" + user + "', '" + document + "', '" + status + "', 'v', 'm', 15);";
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(adoption, fixture)

BOOST_AUTO_TEST_CASE(a_sound_file_has_nothing_odd_but_its_lists_of_options) {
    adopt("");
    BOOST_REQUIRE(remarks.size() == 1u);
    BOOST_TEST(told("another form than an object, which they have now: 2."));
    BOOST_TEST(all("SELECT count(*) FROM orphans") == "0|");
    BOOST_TEST(all("SELECT options FROM questions WHERE sort_order IN (2, 4) ORDER BY sort_order") ==
               R"({"A":"Andes","B":"Nile","C":"Gobi","D":"Alps"}|)"
               R"({"A":"Nile","B":"Rhine","C":"Ob","D":"Po","E":"Alps"}|)");
    BOOST_TEST(all("SELECT sort_order FROM questions ORDER BY 1") == "1|2|4|5|");
}

BOOST_AUTO_TEST_CASE(orphans_of_every_level_become_json) {
    const std::string asha = old_database::asha;
    adopt(
        "INSERT INTO documents (id, user_id, source_type, status, extracted_text, title) VALUES "
        "('d1', '" +
        nothing + "', 'pasted_text', 'ready', 'Nobody''s \"text\".', NULL);" +
        insert_test("t1", asha, "d1") +                  // of a document that goes
        insert_test("t2", asha, nothing) +               // of no document
        insert_test("t3", nothing, old_database::pdf) +  // of no user
        question("q1", "t1", polity) + question("q2", nothing, polity) +
        question("q3", old_database::completed, nothing));
    BOOST_TEST(all("SELECT table_name, json_extract(row_json, '$.id') FROM orphans ORDER BY id") ==
               "documents|d1|generated_tests|t1|generated_tests|t2|generated_tests|t3|"
               "questions|q1|questions|q2|questions|q3|");
    BOOST_TEST(all("SELECT json_extract(row_json, '$.extracted_text'), json_type(row_json, '$.title'), "
                   "moved_at > '2026' FROM orphans WHERE id = 1") == "Nobody's \"text\".|null|1|");
    BOOST_TEST(told("orphans: documents 1, generated_tests 3, questions 3."));
    BOOST_TEST(all("SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM generated_tests), "
                   "(SELECT count(*) FROM questions)") == "3|2|4|");
}

BOOST_AUTO_TEST_CASE(options_of_any_form_are_an_object_afterwards) {
    const std::string test = old_database::completed;
    adopt(question("q1", test, polity, "null") +
          question("q2", test, polity, R"({"A": 1, "B": 2.5, "C": null, "D": "d", "E": null})") +
          question("q3", test, polity, R"([{"label": "e", "text": "five"}, {"label": "A", "text": "one"}])") +
          question("q4", test, polity, "A) red B) green") + question("q5", test, polity, "") +
          "UPDATE generated_tests SET target_questions = 9 WHERE status = 'completed'");
    BOOST_TEST(all("SELECT options FROM questions WHERE id LIKE 'q%' ORDER BY id") ==
               R"({"A":"","B":"","C":"","D":""}|{"A":"1","B":"2.5","C":"","D":"d"}|)"
               R"({"A":"one","B":"","C":"","D":"","E":"five"}|{"A":"","B":"","C":"","D":""}|)"
               R"({"A":"","B":"","C":"","D":""}|)");
    BOOST_TEST(all("SELECT json_extract(row_json, '$.options') FROM orphans") == "A) red B) green|");
    BOOST_TEST(told("options could not be read, which are now JSON in the table orphans: 1."));
}

BOOST_AUTO_TEST_CASE(options_are_read_in_all_the_forms_that_were_ever_written) {
    const std::string test = old_database::completed;
    const char* forms[] = {
        R"(["a", "b", "c", "d"])",
        R"(["a", 2, true, "d"])",
        R"("{\"A\": \"a\", \"B\": \"b\", \"C\": \"c\", \"D\": \"d\"}")",
        R"("[\"a\", \"b\", \"c\", \"d\"]")",
        R"x([{"label": "A.", "text": "a"}, {"label": "b)", "text": "b"}, {"label": "(C)", "text": "c"}])x",
        R"([{"key": "B", "value": "b"}, {"key": "A", "value": "a"}])",
        R"({"option_a": "a", "option_b": "b", "option_c": "c", "option_d": "d"})",
        R"({"1": "a", "2": "b", "3": "c", "4": "d"})",
        R"([{"A": "a"}, {"B": "b"}, {"C": "c"}, {"D": "d"}])",
        R"([["A", "a"], ["B", "b"], ["C", "c"], ["D", "d"]])",
        R"({"options": ["a", "b", "c", "d"]})",
    };
    std::string rows;
    for (std::size_t i = 0; i < std::size(forms); ++i)
        rows += question("q" + std::to_string(10 + i), test, polity, forms[i]);
    adopt(rows + full_tests);
    const std::string four = R"({"A":"a","B":"b","C":"c","D":"d"}|)";
    BOOST_TEST(all("SELECT options FROM questions WHERE id LIKE 'q1%' OR id LIKE 'q2%' ORDER BY id") ==
               four + R"({"A":"a","B":"2","C":"true","D":"d"}|)" + four + four +
                   R"({"A":"a","B":"b","C":"c","D":""}|)" + R"({"A":"a","B":"b","C":"","D":""}|)" + four +
                   four + four + four + four);
}

BOOST_AUTO_TEST_CASE(letters_before_the_texts_and_forms_of_python_are_read) {
    const std::string test = old_database::completed;
    const char* forms[] = {
        R"x(["A) yellow", "B) blue", "C) it's", "D) red"])x",
        R"x(["B. blue", "A. yellow", "D. red", "C. it's"])x",
        R"x({"A": "A) yellow", "B": "(B) blue", "C": "C. it's", "D": "Option D: red"})x",
        R"({'A': 'yellow', 'B': 'blue', 'C': "it's", 'D': u'red'})",
        R"(['yellow', 'blue', 'it\'s', 'r\x65d'])",
        R"({'options': ('yellow', 'blue', "it's", 'red',), 'extra': None, 'ok': True})",
        R"("{'A': 'yellow', 'B': 'blue', 'C': \"it's\", 'D': 'red'}")",
        "A) yellow\nB) blue\r\n\nC) it's\nD) red\n",
        R"("A. yellow\nB. blue\nC. it's\nD. red")",
    };
    const auto quoted = [](std::string text) {
        for (auto at = text.find('\''); at != text.npos; at = text.find('\'', at + 2))
            text.insert(at, 1, '\'');
        return text;
    };
    std::string rows;
    for (std::size_t i = 0; i < std::size(forms); ++i)
        rows += question("q1" + std::to_string(i), test, polity, quoted(forms[i]));
    rows += question("q20", test, polity, R"(["A. Einstein", "B. Pascal", "I. Newton", "M. Curie"])");
    adopt(rows + full_tests);
    std::string expected;
    for (std::size_t i = 0; i < std::size(forms); ++i)
        expected += R"({"A":"yellow","B":"blue","C":"it's","D":"red"}|)";
    BOOST_TEST(all("SELECT options FROM questions WHERE id LIKE 'q1%' ORDER BY id") == expected);
    BOOST_TEST(all("SELECT options FROM questions WHERE id = 'q20'") ==
               R"({"A":"A. Einstein","B":"B. Pascal","C":"I. Newton","D":"M. Curie"}|)");
}

BOOST_AUTO_TEST_CASE(more_options_than_the_old_service_had_are_told) {
    const std::string test = old_database::completed;
    adopt(question("q1", test, polity, R"({"A":"a","B":"b","C":"c","D":"d","E":"e","F":"f"})") +
          question("q2", test, polity, R"(["1","2","3","4","5","6","7","8","9","10","11","12"])") +
          full_tests);
    BOOST_TEST(all("SELECT options FROM questions WHERE id = 'q1'") ==
               R"({"A":"a","B":"b","C":"c","D":"d","E":"e","F":"f"}|)");
    BOOST_TEST(all("SELECT json_extract(options, '$.J') FROM questions WHERE id = 'q2'") == "10|");
    BOOST_TEST(told("more than five options, which are all kept: 1."));
    BOOST_TEST(told("more than ten options, of which the first ten are kept"));
    BOOST_TEST(all("SELECT json_extract(row_json, '$.id') FROM orphans") == "q2|");
}

BOOST_AUTO_TEST_CASE(the_right_option_is_read_with_what_stands_around_its_letter) {
    const std::string test = old_database::completed;
    adopt(question("q1", test, polity) + question("q2", test, polity) +
          "UPDATE questions SET correct_option = 'b)' WHERE id = 'q1';"
          "UPDATE questions SET correct_option = ' Option C ' WHERE id = 'q2';" +
          full_tests);
    BOOST_TEST(all("SELECT correct_option FROM questions WHERE id LIKE 'q%' ORDER BY id") == "B|C|");
}

BOOST_AUTO_TEST_CASE(the_right_option_may_be_told_in_its_words) {
    const std::string test = old_database::completed;
    adopt(question("q1", test, polity, R"({"A": "red", "B": "yellow"})") +
          question("q2", test, polity, R"(["A) red", "B) blue", "C) yellow"])") +
          question("q3", test, polity, R"({"A": "red", "B": "blue"})") +
          "PRAGMA ignore_check_constraints = ON;"
          "UPDATE questions SET correct_option = 'yellow' WHERE id LIKE 'q_';"
          "PRAGMA ignore_check_constraints = OFF;"
          "UPDATE generated_tests SET target_questions = 6 WHERE status = 'completed'");
    BOOST_TEST(all("SELECT correct_option FROM questions WHERE id LIKE 'q_' ORDER BY id") == "B|C|");
    BOOST_TEST(all("SELECT json_extract(row_json, '$.id') FROM orphans") == "q3|");
}

BOOST_AUTO_TEST_CASE(the_difficulty_of_a_test_is_kept_though_it_is_json_in_json) {
    adopt(R"(UPDATE generated_tests SET generation_metadata = '"{\"difficulty\": \"HARD\"}"')");
    BOOST_TEST(
        all("SELECT DISTINCT json_extract(generation_metadata, '$.difficulty') FROM generated_tests") ==
        "HARD|");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_utf_8_are_replaced_and_told) {
    adopt(
        "UPDATE questions SET question = CAST(x'436166E9' AS TEXT) WHERE sort_order = 1;"
        "UPDATE documents SET extracted_text = CAST(x'FF41' AS TEXT)");
    BOOST_TEST(all("SELECT question FROM questions WHERE sort_order = 1") == "Caf\uFFFD|");
    BOOST_TEST(all("SELECT DISTINCT extracted_text FROM documents") == "\uFFFDA|");
    BOOST_TEST(told("no UTF-8, which are replaced: "));
}

BOOST_AUTO_TEST_CASE(json_null_is_null) {
    adopt(
        "UPDATE generated_tests SET generation_metadata = '[1]' WHERE status = 'completed';"
        "UPDATE questions SET validation_result = 'null' WHERE sort_order = 1");
    BOOST_TEST(all("SELECT generation_metadata FROM generated_tests") == "NULL|NULL|");
    BOOST_TEST(all("SELECT validation_result FROM questions WHERE sort_order = 1") == "NULL|");
}

BOOST_AUTO_TEST_CASE(what_the_old_service_left_unfinished_ends) {
    const std::string asha = old_database::asha;
    adopt(insert_test("t1", asha, old_database::pdf, "pending") +
              insert_test("t2", asha, old_database::pdf, "generating") + question("q1", "t2", polity) +
              insert_test("t3", asha, old_database::pdf, "generating") +
              insert_test("t4", asha, old_database::pdf, "queued") +
              "UPDATE generated_tests SET batch_id = 'msgbatch_02' WHERE id = 't3';"
              "CREATE INDEX ix_generated_tests_batch_id ON generated_tests (batch_id);",
          {.revision = 5});
    BOOST_TEST(all("SELECT id, status, questions_generated, phase FROM generated_tests WHERE id LIKE 't%' "
                   "ORDER BY id") == "t1|failed|0|done|t2|partial|1|done|t3|failed|0|done|t4|failed|0|done|");
    BOOST_TEST(all("SELECT failure_reason FROM generated_tests WHERE id IN ('t1', 't3', 't4') ORDER BY id") ==
               "The old service did not finish this test. Please generate it again.|"
               "The message batch of this test is no longer followed. Please generate it again.|"
               "The old service left it as: queued|");
    BOOST_TEST(told("Tests that were unfinished, and are ended with that reason: 3."));
}

BOOST_AUTO_TEST_CASE(times_of_any_form_are_written_as_ours_in_utc) {
    adopt(
        "UPDATE users SET created_at = '2025-03-01T10:00:00.123456Z', updated_at = '' WHERE role = "
        "'faculty';"
        "UPDATE users SET created_at = '2025-03-01 10:00:00+05:30', updated_at = 1740999999 "
        "WHERE role <> 'faculty';"
        "UPDATE documents SET created_at = 'yesterday', updated_at = '' WHERE title = 'Rivers';");
    BOOST_TEST(all("SELECT created_at, updated_at FROM users ORDER BY role") ==
               "2025-03-01 10:00:00.123|2025-03-01 10:00:00.123|"
               "2025-03-01 04:30:00.000|2025-03-03 11:06:39.000|");
    BOOST_TEST(all("SELECT created_at, updated_at FROM documents WHERE title = 'Rivers'") ==
               "1970-01-01 00:00:00|1970-01-01 00:00:00|");
    BOOST_TEST(told("1970 now: 1."));
}

BOOST_AUTO_TEST_CASE(documents_are_counted_and_unread_ones_told) {
    adopt(
        "UPDATE documents SET extracted_text = 'One two.' || char(12) || 'Three f' || char(252) || 'r vier.' "
        "WHERE source_type = 'pasted_text';"
        "UPDATE documents SET status = 'processing' WHERE status = 'extraction_failed'");
    BOOST_TEST(all("SELECT character_count, word_count, page_count, used_ocr_pages FROM documents "
                   "WHERE source_type = 'pasted_text'") == "23|5|2|NULL|");
    BOOST_TEST(all("SELECT character_count, word_count, page_count FROM documents WHERE title = 'Rivers'") ==
               "21|4|NULL|");
    BOOST_TEST(all("SELECT status, failure_reason, word_count FROM documents WHERE filename = 'scan.pdf'") ==
               "extraction_failed|The old service had not read this file. Please upload it again.|NULL|");
}

BOOST_AUTO_TEST_CASE(the_questions_of_a_test_are_counted) {
    adopt(
        "UPDATE generated_tests SET questions_generated = 9, status = 'partial', failure_reason = 'Few.' "
        "WHERE status = 'completed';"
        "UPDATE generated_tests SET questions_generated = 3 WHERE status = 'failed_timeout'");
    BOOST_TEST(all("SELECT questions_generated, accepted FROM generated_tests ORDER BY id") == "4|4|0|0|");
    BOOST_TEST(told("is told now: 2."));
}

BOOST_AUTO_TEST_CASE(users_whose_addresses_differ_in_case_stay) {
    adopt(
        "INSERT INTO users (id, email, password_hash, role) VALUES ('u', 'ASHA@example.org', 'h', "
        "'teacher')");
    BOOST_TEST(all("SELECT email, role FROM users ORDER BY email") ==
               "ASHA@example.org|faculty|Ben@Example.org|super_admin|asha@example.org|faculty|");
    BOOST_TEST(told("exact one: 2."));
}

BOOST_AUTO_TEST_CASE(missing_topics_are_there_again_and_a_general_one_stays) {
    adopt(
        "DELETE FROM topic_list WHERE slug IN ('economy', 'science');"
        "INSERT INTO topic_list (id, slug, name, sort_order) VALUES ('g', 'general', 'Allgemein', 0);" +
        question("q1", old_database::completed, "g") +
        "UPDATE generated_tests SET target_questions = 5 WHERE status = 'completed'");
    BOOST_TEST(all("SELECT slug FROM topic_list ORDER BY sort_order, slug") ==
               "general|polity|economy|history|geography|science|environment|");
    BOOST_TEST(all("SELECT id FROM topic_list WHERE slug = 'general'") == "g|");
    BOOST_TEST(
        all("SELECT t.slug FROM questions q JOIN topic_list t ON t.id = q.topic_id WHERE q.id = 'q1'") ==
        "general|");
}

BOOST_AUTO_TEST_CASE(tables_of_create_all_get_our_shape) {
    adopt(R"(DROP TABLE questions; DROP TABLE generated_tests;
CREATE TABLE generated_tests (id VARCHAR(36) NOT NULL, document_id VARCHAR(36) NOT NULL, user_id VARCHAR(36) NOT NULL,
  status VARCHAR(20) NOT NULL CHECK (status IN ('completed', 'failed')), prompt_version VARCHAR(50) NOT NULL,
  model VARCHAR(100) NOT NULL, created_at DATETIME NOT NULL, PRIMARY KEY (id), UNIQUE (document_id));
CREATE TABLE questions ("Notes" TEXT, topic_id VARCHAR(36) NOT NULL, correct_option VARCHAR(1) NOT NULL
  CONSTRAINT questions_correct_option_check CHECK (correct_option IN ('A', 'B', 'C', 'D')),
  id VARCHAR(36) NOT NULL PRIMARY KEY, generated_test_id VARCHAR(36), sort_order INTEGER, question TEXT,
  options JSON, explanation TEXT, difficulty VARCHAR(10), created_at DATETIME, updated_at DATETIME);
ALTER TABLE generated_tests ADD COLUMN failure_reason VARCHAR(512);
ALTER TABLE generated_tests ADD COLUMN questions_generated INTEGER DEFAULT 0;
ALTER TABLE generated_tests ADD COLUMN target_questions INTEGER DEFAULT 15;
ALTER TABLE users ADD COLUMN full_name TEXT DEFAULT 'x';
CREATE TABLE feedback (id INTEGER PRIMARY KEY, question_id VARCHAR(36) NOT NULL REFERENCES questions (id), stars INTEGER);
CREATE VIEW busy AS SELECT * FROM documents WHERE title IS NOT NULL;
CREATE TRIGGER touch AFTER INSERT ON questions BEGIN UPDATE users SET full_name = 'touched'; END;
INSERT INTO generated_tests VALUES ('t', ')" +
          std::string(old_database::pdf) + "', '" + old_database::asha + R"(',
  'completed', 'v', 'm', '2025-03-03 11:00:00', printf('%600c', 'r'), NULL, NULL);
INSERT INTO questions VALUES ('n', ')" +
          polity + R"(', 'd', 'q', 't', NULL, NULL, NULL, NULL, 'MEDIUM', NULL, NULL);
INSERT INTO questions VALUES ('n', ')" +
          polity + R"(', '', 'r', 't', 1, 'No key', NULL, NULL, 'easy', NULL, NULL);
INSERT INTO feedback VALUES (1, 'q', 5);
UPDATE generated_tests SET target_questions = 1;)");
    BOOST_TEST(all("SELECT question, correct_option, difficulty, sort_order FROM questions") ==
               "|D|medium|0|");
    BOOST_TEST(
        all("SELECT length(failure_reason), questions_generated, target_questions FROM generated_tests") ==
        "600|1|1|");
    BOOST_TEST(all("SELECT table_name, json_extract(row_json, '$.Notes') FROM orphans") == "questions|n|");
    BOOST_TEST(told("are left out: users.full_name, questions.Notes."));
    BOOST_TEST(told("Triggers and views are left out: touch, busy."));
    BOOST_TEST(told("are kept and not used: feedback."));
    // Nothing of it hinders what we do.
    database->exec("PRAGMA foreign_keys = ON");
    database->exec("UPDATE questions SET correct_option = 'E'");
    database->exec("UPDATE generated_tests SET status = 'partial'");
    database->exec("DELETE FROM users");
    BOOST_TEST(all("SELECT (SELECT count(*) FROM questions), (SELECT stars FROM feedback)") == "0|5|");
}

BOOST_AUTO_TEST_CASE(a_second_time_changes_nothing) {
    adopt("", {.revision = 5, .with_unfinished_tests = true, .with_orphans = true});
    migrator steps(*database);
    const auto rows = [&] {
        std::string every;
        for (const auto* columns : {"* FROM users", "* FROM documents", "* FROM generated_tests",
                                    "* FROM questions", "id, slug, name, sort_order FROM topic_list"})
            every += all(std::string("SELECT ") + columns + " ORDER BY id") + "\n";
        return every;
    };
    const auto before = rows();
    while (steps.current() != "005")
        steps.down();
    steps.up();
    BOOST_TEST(rows() == before);
    BOOST_TEST(steps.remarks().empty());
}

BOOST_AUTO_TEST_CASE(a_file_that_can_t_be_adopted_is_as_it_was) {
    make("DROP INDEX ix_users_email; UPDATE users SET email = 'a@example.org'");
    database.emplace(open_writer(file));
    const auto state = [&] { return all("SELECT * FROM sqlite_master") + all("SELECT * FROM users"); };
    const auto before = state();
    BOOST_CHECK_THROW(migrator(*database).up(), SQLite::Exception);
    BOOST_TEST(state() == before);
    BOOST_TEST(database->execAndGet("PRAGMA foreign_keys").getInt() == 1);
    BOOST_TEST(migrator(*database).current() == "006");
}

BOOST_AUTO_TEST_CASE(a_missing_column_is_named) {
    make("ALTER TABLE documents DROP COLUMN extracted_text");
    database.emplace(open_writer(file));
    const auto names_it = [](const schema_error& error) {
        return std::string(error.what()).find("documents has no column extracted_text") != std::string::npos;
    };
    BOOST_CHECK_EXCEPTION(migrator(*database).up(), schema_error, names_it);
}

BOOST_AUTO_TEST_SUITE_END()
