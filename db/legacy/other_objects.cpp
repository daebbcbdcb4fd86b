#include "db/legacy/other_objects.hpp"

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/replace.hpp>

#include "db/statement.hpp"

namespace examwright {

namespace {

const std::string our_tables = "('users', 'topic_list', 'documents', 'generated_tests', 'questions')";

std::vector<std::string> names_of(SQLite::Statement query) {
    std::vector<std::string> names;
    while (query.executeStep())
        names.push_back(query.getColumn(0).getString());
    return names;
}

std::vector<std::string> objects(SQLite::Database& database, const std::string& which) {
    return names_of(
        prepare(database,
                "SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND " + which));
}

void drop_all(SQLite::Database& database, const std::string& type, const std::vector<std::string>& names) {
    for (const auto& name : names)
        database.exec("DROP " + type + " " + quoted(name));
}

void drop_foreign_keys(SQLite::Database& database, const std::string& table) {
    if (!exists(database, "SELECT 1 FROM pragma_foreign_key_list(?1)", table))
        return;
    const std::string copy = "takeover_copy";
    database.exec("CREATE TABLE " + copy + " AS SELECT * FROM " + quoted(table));
    database.exec("DROP TABLE " + quoted(table));
    database.exec("ALTER TABLE " + copy + " RENAME TO " + quoted(table));
}

}  // namespace

std::string quoted(const std::string& name) {
    return '"' + boost::algorithm::replace_all_copy(name, "\"", "\"\"") + '"';
}

std::vector<std::string> column_names(SQLite::Database& database, const std::string& table) {
    return names_of(prepare(database, "SELECT name FROM pragma_table_info(?1) ORDER BY cid", table));
}

std::string row_as_json(const std::vector<std::string>& columns) {
    std::string members;
    for (const auto& column : columns) {
        const auto name = quoted(column);
        const auto text = boost::algorithm::replace_all_copy(column, "'", "''");
        members += (members.empty() ? "'" : ", '") + text + "', CASE typeof(" + name +
                   ") WHEN 'blob' THEN hex(" + name + ") ELSE " + name + " END";
    }
    return "json_object(" + members + ")";
}

std::vector<std::string> clear_other_objects(SQLite::Database& database) {
    std::vector<std::string> told;
    auto in_the_way = objects(database, "type = 'trigger'");
    drop_all(database, "TRIGGER", in_the_way);
    const auto views = objects(database, "type = 'view'");
    drop_all(database, "VIEW", views);
    in_the_way.insert(in_the_way.end(), views.begin(), views.end());
    if (!in_the_way.empty())
        told.push_back("Triggers and views are left out: " + boost::algorithm::join(in_the_way, ", ") + ".");
    drop_all(database, "INDEX",
             objects(database, "type = 'index' AND sql IS NOT NULL AND tbl_name IN " + our_tables));

    const auto tables =
        objects(database,
                "type = 'table' AND name NOT IN ('alembic_version', 'orphans') AND name NOT LIKE "
                "'\\_litestream\\_%' ESCAPE '\\' AND name NOT IN " +
                    our_tables);
    for (const auto& table : tables)
        drop_foreign_keys(database, table);
    if (!tables.empty())
        told.push_back("Tables that Examwright does not know are kept and not used: " +
                       boost::algorithm::join(tables, ", ") + ".");
    return told;
}

}  // namespace examwright
