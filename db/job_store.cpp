#include "db/job_store.hpp"

#include <SQLiteCpp/Transaction.h>

#include "core/claude/price.hpp"
#include "db/database.hpp"
#include "db/generated_test_rows.hpp"
#include "db/json_columns.hpp"
#include "db/question_rows.hpp"
#include "db/question_store.hpp"
#include "db/spending_store.hpp"
#include "db/statement.hpp"

namespace examwright {

result<generated_test_record> job_store::create(const generated_test_record& record) {
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
    auto query = prepare(database_, select_test + "WHERE id = ?1", id);
    query.executeStep();
    auto created = read_test(query);
    query.reset();
    transaction.commit();
    return created;
}

std::vector<generated_test_record> job_store::unfinished() {
    return read_tests(
        prepare(database_, select_test + "WHERE " + is_unfinished + " ORDER BY created_at, id"));
}

int job_store::starts(std::string_view id) {
    return static_cast<int>(integer(database_, "SELECT started_runs FROM generated_tests WHERE id = ?1", id));
}

void job_store::count_start(std::string_view id, timestamp now) {
    execute(database_,
            "UPDATE generated_tests SET started_runs = started_runs + 1, updated_at = ?2 WHERE id = ?1", id,
            now);
}

void job_store::uncount_start(std::string_view id) {
    execute(database_,
            "UPDATE generated_tests SET started_runs = started_runs - 1 WHERE id = ?1 AND started_runs > 0",
            id);
}

void job_store::set_progress(std::string_view id, std::string_view phase, int calls_done, int calls_total,
                             timestamp now) {
    execute(
        database_,
        "UPDATE generated_tests SET status = 'generating', phase = ?2, calls_done = ?3, calls_total = ?4, "
        "updated_at = ?5 WHERE id = ?1 AND " +
            is_unfinished,
        id, phase, calls_done, calls_total, now);
}

void job_store::spend(const generated_test_record& test, const call_cost& cost, timestamp now) {
    spending_store(database_).add(
        test.user_id, {cost.requests, cost.usage, cost_usd(test.model, cost.usage).value_or(0)}, now);
}

void job_store::begin_request(const generated_test_record& test, bool is_first, const call_cost& due,
                              timestamp now) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    if (is_first)
        count_start(test.id, now);
    spend(test, due, now);
    transaction.commit();
}

void job_store::record_call(const generated_test_record& test, const call_record& call, const call_cost& due,
                            timestamp now) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    execute(database_,
            "INSERT INTO claude_calls (generated_test_id, kind, round, call_group, outcome, input_tokens, "
            "output_tokens, cache_write_tokens, cache_read_tokens, milliseconds, ended_at, reply) "
            "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12 "
            "WHERE EXISTS (SELECT 1 FROM generated_tests WHERE id = ?1) "
            "ON CONFLICT (generated_test_id, kind, round, call_group) DO NOTHING",
            test.id, to_string(call.kind), call.round, call.group, call.outcome, call.usage.input,
            call.usage.output, call.usage.cache_write, call.usage.cache_read, call.milliseconds, now,
            call.reply);
    spend(test, due, now);
    execute(database_, "UPDATE generated_tests SET updated_at = ?2 WHERE id = ?1 AND " + is_unfinished,
            test.id, now);
    transaction.commit();
}

std::vector<call_record> job_store::calls(std::string_view test_id) {
    auto query = prepare(database_,
                         "SELECT kind, round, call_group, outcome, reply, input_tokens, output_tokens, "
                         "cache_write_tokens, cache_read_tokens, milliseconds "
                         "FROM claude_calls WHERE generated_test_id = ?1 ORDER BY id",
                         test_id);
    std::vector<call_record> calls;
    while (query.executeStep()) {
        const auto kind = parse_call_kind(query.getColumn(0).getString());
        if (!kind)
            continue;  // of a newer version's making: nothing that this one could repeat
        calls.push_back({*kind,
                         query.getColumn(1).getInt(),
                         query.getColumn(2).getInt(),
                         query.getColumn(3).getString(),
                         query.getColumn(4).getString(),
                         {query.getColumn(5).getInt64(), query.getColumn(6).getInt64(),
                          query.getColumn(7).getInt64(), query.getColumn(8).getInt64()},
                         query.getColumn(9).getInt64()});
    }
    return calls;
}

std::vector<std::string> job_store::stems_of_document(std::string_view document_id, std::string_view but_test,
                                                      int limit) {
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

bool job_store::finish(std::string_view id, const generated_test_outcome& outcome, timestamp now) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    const int changed =
        execute(database_,
                "UPDATE generated_tests SET status = ?2, phase = 'done', failure_reason = ?3, "
                "questions_generated = ?4, "
                "accepted = ?5, dropped = ?6, estimated_input_tokens = ?7, estimated_output_tokens = ?8, "
                "estimated_cost_usd = ?9, updated_at = ?10, ended_at = ?10 "
                "WHERE id = ?1 AND status IN ('pending', 'generating')",
                id, outcome.status, outcome.failure_reason, static_cast<int>(outcome.questions.size()),
                outcome.accepted, dropped_to_json(outcome.dropped), outcome.usage.input, outcome.usage.output,
                outcome.cost_usd, now);
    if (changed == 0)
        return false;
    // The old service may have left some of an unfinished test.
    execute(database_, "DELETE FROM questions WHERE generated_test_id = ?1", id);
    int sort_order = 0;
    for (const auto& question : outcome.questions)
        insert_question(database_, id, ++sort_order, question, now);
    for (const auto& spare : outcome.spares)
        insert_spare(database_, id, ++sort_order, spare);
    // They were kept to go on from, and hold the bulk of a test's bytes.
    execute(database_, "UPDATE claude_calls SET reply = '' WHERE generated_test_id = ?1", id);
    settle_replacement(database_, id, now);
    transaction.commit();
    return true;
}

void job_store::remove_ended_replacements() {
    execute(database_, "DELETE FROM generated_tests WHERE replaces_question IS NOT NULL AND NOT (" +
                           is_unfinished + ")");
}

}  // namespace examwright
