#include "db/removed_questions.hpp"

#include "db/question_rows.hpp"
#include "db/statement.hpp"

namespace examwright {

namespace {

const std::string kept_columns = std::string(content_columns) + ", created_at";

}  // namespace

void take_out(SQLite::Database& database, std::string_view id, timestamp now) {
    execute(database,
            "INSERT INTO removed_questions (id, generated_test_id, sort_order, removed_at, " + kept_columns +
                ") SELECT id, generated_test_id, sort_order, ?2, " + kept_columns +
                " FROM questions WHERE id = ?1",
            id, now);
    execute(database, "DELETE FROM questions WHERE id = ?1", id);
}

void name_successor(SQLite::Database& database, std::string_view id, std::string_view successor) {
    execute(database, "UPDATE removed_questions SET successor = ?2 WHERE id = ?1", id, successor);
}

std::optional<removed_question> find_removed(SQLite::Database& database, std::string_view test_id,
                                             std::string_view id) {
    auto query = prepare(database,
                         "SELECT sort_order, coalesce(successor, '') FROM removed_questions "
                         "WHERE id = ?1 AND generated_test_id = ?2",
                         id, test_id);
    if (!query.executeStep())
        return std::nullopt;
    return removed_question{query.getColumn(0).getInt(), query.getColumn(1).getString()};
}

void put_back(SQLite::Database& database, std::string_view id, int sort_order, timestamp now) {
    execute(database,
            "INSERT INTO questions (id, generated_test_id, sort_order, updated_at, " + kept_columns +
                ") SELECT id, generated_test_id, ?2, ?3, " + kept_columns +
                " FROM removed_questions WHERE id = ?1",
            id, sort_order, now);
    execute(database, "DELETE FROM removed_questions WHERE id = ?1", id);
}

void forget_removed(SQLite::Database& database, timestamp before) {
    execute(database, "DELETE FROM removed_questions WHERE removed_at < ?1", before);
}

}  // namespace examwright
