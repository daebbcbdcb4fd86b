#include "db/generated_test_store.hpp"

#include <SQLiteCpp/Transaction.h>

#include "db/database.hpp"
#include "db/json_columns.hpp"
#include "db/statement.hpp"

namespace examwright {

namespace {

const std::string select_test =
    "SELECT id, user_id, document_id, title, status, phase, generation_metadata, prompt_version, model, "
    "target_questions, questions_generated, calls_done, calls_total, accepted, dropped, "
    "estimated_input_tokens, "
    "estimated_output_tokens, estimated_cost_usd, failure_reason, created_at, updated_at, ended_at, "
    "replaces_question "
    "FROM generated_tests ";

// Word for word the condition of the index ix_generated_tests_unfinished.
const std::string is_unfinished = "status IN ('pending', 'generating')";

// A small job that replaces a question is no test of its own.
const std::string is_shown = "replaces_question IS NULL";

generated_test_record read_test(const SQLite::Statement& row) {
    generated_test_record test;
    test.id = row.getColumn(0).getString();
    test.user_id = row.getColumn(1).getString();
    test.document_id = row.getColumn(2).getString();
    test.title = optional_column<std::string>(row.getColumn(3));
    test.status = row.getColumn(4).getString();
    test.phase = row.getColumn(5).getString();
    auto metadata = metadata_from_json(row.getColumn(6).getString());
    test.level = metadata.level;
    test.focus = std::move(metadata.focus);
    test.pages = std::move(metadata.pages);
    test.language = std::move(metadata.language);
    test.prompt_version = row.getColumn(7).getString();
    test.model = row.getColumn(8).getString();
    test.target_questions = row.getColumn(9).getInt();
    test.questions_generated = row.getColumn(10).getInt();
    test.calls_done = row.getColumn(11).getInt();
    test.calls_total = row.getColumn(12).getInt();
    test.accepted = row.getColumn(13).getInt();
    test.dropped = dropped_from_json(row.getColumn(14).getString());
    test.input_tokens = optional_column<std::int64_t>(row.getColumn(15));
    test.output_tokens = optional_column<std::int64_t>(row.getColumn(16));
    test.cost_usd = optional_column<double>(row.getColumn(17));
    test.failure_reason = optional_column<std::string>(row.getColumn(18));
    test.created_at = time_column(row.getColumn(19));
    test.updated_at = time_column(row.getColumn(20));
    test.ended_at = optional_time_column(row.getColumn(21));
    test.replaces_question = row.getColumn(22).getString();
    return test;
}

std::vector<generated_test_record> read_all(SQLite::Statement query) {
    std::vector<generated_test_record> tests;
    while (query.executeStep())
        tests.push_back(read_test(query));
    return tests;
}

}  // namespace

result<generated_test_record> generated_test_store::create(const generated_test_record& record) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    if (!exists(database_, "SELECT 1 FROM documents WHERE id = ?1 AND user_id = ?2 AND status <> 'deleted'",
                record.document_id, record.user_id))
        return not_found("There is no such document.");
    if (exists(database_, "SELECT 1 FROM generated_tests WHERE document_id = ?1 AND " + is_unfinished,
               record.document_id))
        return conflict("A test of this document is being generated already. Wait for its end or cancel it.");
    const std::string id = record.id.empty() ? new_id() : record.id;
    execute(
        database_,
        "INSERT INTO generated_tests (id, user_id, document_id, title, status, phase, generation_metadata, "
        "prompt_version, model, target_questions, created_at, updated_at, replaces_question, "
        "estimated_cost_usd) "
        "VALUES (?1, ?2, ?3, ?4, 'pending', 'queued', ?5, ?6, ?7, ?8, ?9, ?9, nullif(?10, ''), ?11)",
        id, record.user_id, record.document_id, record.title,
        metadata_to_json(
            {record.target_questions, record.level, record.focus, record.pages, record.language}),
        record.prompt_version, record.model, record.target_questions, record.created_at,
        record.replaces_question, record.cost_usd);
    auto created = *find(id, record.user_id);
    transaction.commit();
    return created;
}

std::optional<generated_test_record> generated_test_store::find(std::string_view id,
                                                                std::string_view user_id) {
    auto query = prepare(database_, select_test + "WHERE id = ?1 AND user_id = ?2", id, user_id);
    if (!query.executeStep())
        return std::nullopt;
    return read_test(query);
}

page_of<generated_test_record> generated_test_store::list(std::string_view user_id, page_request page) {
    page_of<generated_test_record> found;
    found.items = read_all(prepare(database_,
                                   select_test + "WHERE user_id = ?1 AND " + is_shown +
                                       " ORDER BY created_at DESC, id DESC LIMIT ?2 OFFSET ?3",
                                   user_id, page.limit, page.offset));
    found.total = integer(database_,
                          "SELECT count(*) FROM generated_tests WHERE user_id = ?1 AND " + is_shown, user_id);
    return found;
}

bool generated_test_store::set_title(std::string_view id, std::string_view user_id, std::string_view title,
                                     timestamp now) {
    return execute(database_,
                   "UPDATE generated_tests SET title = ?3, updated_at = ?4 "
                   "WHERE id = ?1 AND user_id = ?2",
                   id, user_id, title, now) > 0;
}

bool generated_test_store::remove(std::string_view id, std::string_view user_id) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    const auto test = find(id, user_id);
    if (!test)
        return false;
    execute(database_, "DELETE FROM generated_tests WHERE id = ?1", id);
    execute(database_,
            "DELETE FROM documents WHERE id = ?1 AND status = 'deleted' "
            "AND NOT EXISTS (SELECT 1 FROM generated_tests WHERE document_id = ?1)",
            test->document_id);
    transaction.commit();
    return true;
}

void generated_test_store::set_progress(std::string_view id, std::string_view phase, int calls_done,
                                        int calls_total, timestamp now) {
    execute(
        database_,
        "UPDATE generated_tests SET status = 'generating', phase = ?2, calls_done = ?3, calls_total = ?4, "
        "updated_at = ?5 WHERE id = ?1 AND " +
            is_unfinished,
        id, phase, calls_done, calls_total, now);
}

std::vector<std::string> generated_test_store::stems_of_document(std::string_view document_id,
                                                                 std::string_view but_test, int limit) {
    auto query =
        prepare(database_,
                "SELECT q.question FROM generated_tests t JOIN questions q ON q.generated_test_id = t.id "
                "WHERE t.document_id = ?1 AND t.id <> ?2 ORDER BY t.created_at DESC, q.sort_order LIMIT ?3",
                document_id, but_test, limit);
    std::vector<std::string> stems;
    while (query.executeStep())
        stems.push_back(query.getColumn(0).getString());
    return stems;
}

void generated_test_store::remove_ended_replacements() {
    execute(database_, "DELETE FROM generated_tests WHERE replaces_question IS NOT NULL AND NOT (" +
                           is_unfinished + ")");
}

std::vector<generated_test_record> generated_test_store::unfinished() {
    return read_all(prepare(database_, select_test + "WHERE " + is_unfinished + " ORDER BY created_at, id"));
}

int generated_test_store::count_start(std::string_view id, timestamp now) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    execute(database_,
            "UPDATE generated_tests SET started_runs = started_runs + 1, updated_at = ?2 WHERE id = ?1", id,
            now);
    const auto runs = integer(database_, "SELECT started_runs FROM generated_tests WHERE id = ?1", id);
    transaction.commit();
    return static_cast<int>(runs);
}

void generated_test_store::uncount_start(std::string_view id) {
    execute(database_,
            "UPDATE generated_tests SET started_runs = started_runs - 1 WHERE id = ?1 AND started_runs > 0",
            id);
}

}  // namespace examwright
