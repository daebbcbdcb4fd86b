#include "db/legacy/adoption.hpp"

#include <boost/algorithm/string/join.hpp>
#include <set>

#include "db/legacy/old_columns.hpp"
#include "db/legacy/other_objects.hpp"
#include "db/migrations.hpp"
#include "db/schema_version.hpp"
#include "db/statement.hpp"

namespace examwright {

namespace {

using sentences = std::vector<std::string>;

/// Where the old rows wait while the tables are made anew.
std::string set_aside(const std::string& table) {
    return "takeover_" + table;
}

/// In SQLite's older way, which leaves alone the foreign keys that name the table.
void rename_old_tables(SQLite::Database& database) {
    database.exec("PRAGMA legacy_alter_table = ON");
    for (const auto& table : old_tables())
        database.exec("ALTER TABLE " + table.name + " RENAME TO " + set_aside(table.name));
    database.exec("PRAGMA legacy_alter_table = OFF");
}

void make_tables(SQLite::Database& database, std::string_view version) {
    for (const auto& step : all_migrations())
        if (step.number <= version)
            database.exec(std::string(step.up));
    // The topics that a step brings are for those only that the file does not have.
    const auto old = set_aside("topic_list");
    database.exec("DELETE FROM topic_list WHERE slug IN (SELECT slug FROM " + old +
                  ") OR id IN (SELECT id FROM " + old + ")");
}

std::vector<old_column> columns_of(const old_table& table, std::string_view version) {
    auto columns = table.columns;
    if (table.name == "generated_tests" && version == "005")
        columns.push_back({"batch_id", "batch_id", "NULL"});
    return columns;
}

/// Those that have their place in ours.
void copy_rows(SQLite::Database& database, const old_table& table, std::string_view version) {
    const auto source = set_aside(table.name);
    const auto names = column_names(database, source);
    const std::set<std::string> there(names.begin(), names.end());
    sentences columns, values;
    for (const auto& column : columns_of(table, version)) {
        const bool missing = !there.contains(column.name);
        if (missing && column.if_missing.empty())
            throw schema_error(database.getFilename() + " is not a database of Examwright: its table " +
                               table.name + " has no column " + column.name + ".");
        columns.push_back(column.name);
        values.push_back(missing ? column.if_missing : column.value);
    }
    using boost::algorithm::join;
    database.exec("INSERT INTO " + table.name + " (" + join(columns, ", ") + ") SELECT " +
                  join(values, ", ") + " FROM " + source + " WHERE " + table.fits + " ORDER BY rowid");
}

/// Returns their number.
int keep_as_json(SQLite::Database& database, const old_table& table, const std::string& which) {
    const auto source = set_aside(table.name);
    const auto row = row_as_json(column_names(database, source));
    return execute(database,
                   "INSERT INTO orphans (table_name, row_json, moved_at) SELECT ?1, " + row +
                       ", CURRENT_TIMESTAMP FROM " + source + " WHERE " + which + " ORDER BY rowid",
                   table.name);
}

/// Questions whose options say nothing in any form that is known stay, without them.
constexpr const char* unreadable_options =
    "id IN (SELECT id FROM main.questions) AND options_object(options) = options_object('null') "
    "AND trim(options) NOT IN ('', 'null', '{}', '[]')";

/// More than ten; five are what the old service itself had.
constexpr const char* cut_options = "id IN (SELECT id FROM main.questions) AND options_cut(options) > 0";

void copy_all(SQLite::Database& database, std::string_view version, sentences& told) {
    // As 008 has it, which these files have not come to.
    database.exec(
        "CREATE TABLE IF NOT EXISTS orphans (\n    id INTEGER PRIMARY KEY,\n"
        "    table_name VARCHAR(64) NOT NULL,\n    row_json TEXT NOT NULL,\n"
        "    moved_at DATETIME NOT NULL\n)");
    sentences counts;
    int unreadable = 0, cut = 0;
    for (const auto& table : old_tables()) {
        copy_rows(database, table, version);
        const int orphans = keep_as_json(database, table, "(" + table.fits + ") IS NOT TRUE");
        if (orphans > 0)
            counts.push_back(table.name + " " + std::to_string(orphans));
        if (table.name != "questions")
            continue;
        unreadable = keep_as_json(database, table, unreadable_options);
        cut = keep_as_json(database, table, cut_options);
    }
    if (!counts.empty())
        told.push_back("Rows that belong to nothing are now JSON in the table orphans: " +
                       boost::algorithm::join(counts, ", ") + ".");
    if (unreadable > 0)
        told.push_back(
            "Questions whose options could not be read, which are now JSON in the table orphans: " +
            std::to_string(unreadable) + ".");
    if (cut > 0)
        told.push_back(
            "Questions with more than ten options, of which the first ten are kept; they are JSON in the "
            "table orphans, too: " +
            std::to_string(cut) + ".");
    if (integer(database, "SELECT count(*) FROM orphans") == 0)
        database.exec("DROP TABLE orphans");
}

void drop_old_tables(SQLite::Database& database, sentences& told) {
    sentences unknown;
    for (const auto& table : old_tables()) {
        const auto known = column_names(database, table.name);
        const std::set<std::string> ours(known.begin(), known.end());
        for (const auto& column : column_names(database, set_aside(table.name)))
            if (!ours.contains(column))
                unknown.push_back(table.name + "." + column);
        database.exec("DROP TABLE " + set_aside(table.name));
    }
    if (!unknown.empty())
        told.push_back("Columns that Examwright does not know are left out: " +
                       boost::algorithm::join(unknown, ", ") + ".");
}

/// What waits for a batch is failed by 006, with that reason.
void end_unfinished_tests(SQLite::Database& database, std::string_view version) {
    const std::string waits_for_no_batch = version == "005" ? "coalesce(batch_id, '') = ''" : "TRUE";
    database.exec(
        "UPDATE generated_tests SET status = CASE WHEN id IN (SELECT generated_test_id FROM questions) "
        "THEN 'partial' ELSE 'failed' END, failure_reason = 'The old service did not finish this test. "
        "Please generate it again.' WHERE status IN ('pending', 'generating') AND " +
        waits_for_no_batch);
}

void count_questions(SQLite::Database& database) {
    database.exec(
        "UPDATE generated_tests SET questions_generated = 0 WHERE id NOT IN "
        "(SELECT generated_test_id FROM questions);"
        "UPDATE generated_tests SET questions_generated = counted.number FROM "
        "(SELECT generated_test_id, count(*) AS number FROM questions GROUP BY generated_test_id) AS counted "
        "WHERE id = counted.generated_test_id AND questions_generated <> counted.number");
}

struct finding {
    const char* sentence;
    const char* count;  // SQL: how many; nothing is told of none
};

constexpr finding findings[] = {
    {"Questions whose options had another form than an object, which they have now: ",
     "SELECT count(*) FROM takeover_questions WHERE id IN (SELECT id FROM questions) "
     "AND NOT (json_valid(options) AND json_type(options) = 'object')"},
    {"Questions with more than five options, which are all kept: ",
     "SELECT count(*) FROM questions WHERE json_valid(options) AND "
     "(SELECT count(*) FROM json_each(options)) > 5 AND id NOT IN "
     "(SELECT id FROM takeover_questions WHERE options_cut(options) > 0)"},
    {"Texts with bytes that are no UTF-8, which are replaced: ",
     "SELECT (SELECT count(*) FROM questions WHERE instr(question || explanation || options, char(65533)) > "
     "0) "
     "+ (SELECT count(*) FROM documents WHERE instr(extracted_text || coalesce(title, ''), char(65533)) > 0) "
     "+ (SELECT count(*) FROM generated_tests WHERE instr(coalesce(title, ''), char(65533)) > 0)"},
    {"Tests that were unfinished, and are ended with that reason: ",
     "SELECT count(*) FROM generated_tests WHERE status IN ('pending', 'generating')"},
    {"Ended tests whose number of questions was another than they told, and is told now: ",
     "SELECT count(*) FROM generated_tests t LEFT JOIN (SELECT generated_test_id, count(*) AS number "
     "FROM questions GROUP BY generated_test_id) AS counted ON counted.generated_test_id = t.id "
     "WHERE t.status NOT IN ('pending', 'generating') "
     "AND t.questions_generated <> coalesce(counted.number, 0)"},
    {"Rows whose time of creation could not be read, and is 1970 now: ",
     "SELECT sum(number) FROM (SELECT count(*) AS number FROM users WHERE created_at LIKE '1970-01-01 "
     "00:00:00%' "
     "UNION ALL SELECT count(*) FROM documents WHERE created_at LIKE '1970-01-01 00:00:00%' "
     "UNION ALL SELECT count(*) FROM generated_tests WHERE created_at LIKE '1970-01-01 00:00:00%' "
     "UNION ALL SELECT count(*) FROM questions WHERE created_at LIKE '1970-01-01 00:00:00%')"},
    {"E-mail addresses that differ in the case of their letters only; each user logs in by the exact one: ",
     "SELECT coalesce(sum(number), 0) FROM (SELECT count(*) AS number FROM users GROUP BY lower(email) "
     "HAVING count(*) > 1)"},
};

void tell_of_rows(SQLite::Database& database, sentences& told) {
    for (const auto& each : findings)
        if (const auto count = integer(database, each.count); count > 0)
            told.push_back(each.sentence + std::to_string(count) + ".");
}

}  // namespace

std::vector<std::string> adopt_old_tables(SQLite::Database& database, std::string_view version) {
    auto told = clear_other_objects(database);
    rename_old_tables(database);
    make_tables(database, version);
    copy_all(database, version, told);
    tell_of_rows(database, told);
    drop_old_tables(database, told);
    end_unfinished_tests(database, version);
    count_questions(database);
    return told;
}

}  // namespace examwright
