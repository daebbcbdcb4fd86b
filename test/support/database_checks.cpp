#include "test/support/database_checks.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <boost/test/unit_test.hpp>
#include <string>

namespace examwright::test {

void check_database(const std::filesystem::path& file) {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE, 5000);
    BOOST_TEST(database.execAndGet("PRAGMA integrity_check").getString() == "ok");
    const auto none = [&](const std::string& what, const std::string& rows) {
        SQLite::Statement query(database, "SELECT * FROM " + rows);
        BOOST_TEST(!query.executeStep(), what);
    };
    none("rows without their parents", "pragma_foreign_key_check");
    none("ended tests with other counts than questions",
         "generated_tests t WHERE status NOT IN ('pending', 'generating') AND questions_generated <> "
         "(SELECT count(*) FROM questions WHERE generated_test_id = t.id)");
    none("unfinished tests with questions",
         "generated_tests t WHERE status IN ('pending', 'generating') AND EXISTS "
         "(SELECT 1 FROM questions WHERE generated_test_id = t.id)");
    none("completed tests that are not complete",
         "generated_tests WHERE status = 'completed' AND questions_generated <> target_questions");
    none("tests that failed without a reason",
         "generated_tests WHERE status IN ('partial', 'failed') AND coalesce(failure_reason, '') = ''");
}

std::string dump(SQLite::Database& database, const std::string& sql) {
    SQLite::Statement query(database, sql);
    std::string text;
    while (query.executeStep()) {
        for (int i = 0; i < query.getColumnCount(); ++i)
            text += (query.getColumn(i).isNull() ? "NULL" : query.getColumn(i).getString()) + "|";
        text += "\n";
    }
    return text;
}

}  // namespace examwright::test
