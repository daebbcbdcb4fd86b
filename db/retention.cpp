#include "db/retention.hpp"

#include <SQLiteCpp/Transaction.h>

#include <chrono>

#include "db/removed_questions.hpp"
#include "db/statement.hpp"

namespace examwright {

namespace {

constexpr std::int64_t spending_days = 400;  // a year and its reports
constexpr std::int64_t removed_days = 1;     // within which a question that was deleted can be brought back

timestamp days_before(timestamp now, std::int64_t days) {
    return now - std::chrono::hours(24 * days);
}

void remove_tests(SQLite::Database& database, timestamp before) {
    execute(database,
            "DELETE FROM generated_tests WHERE status NOT IN ('pending', 'generating') AND updated_at < ?1",
            before);
    // As when a user deletes the last test of a document that is deleted already.
    execute(database,
            "DELETE FROM documents WHERE status = 'deleted' "
            "AND NOT EXISTS (SELECT 1 FROM generated_tests WHERE document_id = documents.id)");
}

/// Only files in our own folder: a document of the old service names one that is not ours to remove.
std::vector<std::string> forget_uploads(SQLite::Database& database, timestamp before) {
    const std::string old =
        " WHERE file_path = 'uploads/' || id AND status IN ('ready', 'extraction_failed') "
        "AND created_at < ?1";
    auto query = prepare(database, "SELECT file_path FROM documents" + old, before);
    std::vector<std::string> paths;
    while (query.executeStep())
        paths.push_back(query.getColumn(0).getString());
    query.reset();
    execute(database, "UPDATE documents SET file_path = NULL" + old, before);
    return paths;
}

}  // namespace

std::vector<std::string> apply_retention(SQLite::Database& database, const retention_limits& limits,
                                         timestamp now) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    execute(database, "DELETE FROM sessions WHERE expires_at <= ?1", now);
    execute(database, "DELETE FROM spending WHERE day < ?1",
            to_sql(days_before(now, spending_days)).substr(0, 10));
    forget_removed(database, days_before(now, removed_days));
    if (limits.test_days)
        remove_tests(database, days_before(now, *limits.test_days));
    std::vector<std::string> files;
    if (limits.upload_days)
        files = forget_uploads(database, days_before(now, *limits.upload_days));
    transaction.commit();
    return files;
}

}  // namespace examwright
