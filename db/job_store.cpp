#include <SQLiteCpp/Transaction.h>

#include "core/claude/price.hpp"
#include "db/generated_test_store.hpp"
#include "db/spending_store.hpp"
#include "db/statement.hpp"

// The records of finished Claude calls.

namespace examwright {

namespace {

/// Nothing for a model whose prices we don't know.
void add_spending(SQLite::Database& database, std::string_view test_id, const token_usage& usage,
                  timestamp now) {
    auto test = prepare(database, "SELECT user_id, model FROM generated_tests WHERE id = ?1", test_id);
    if (!test.executeStep())
        return;
    const auto cost = cost_usd(test.getColumn(1).getString(), usage);
    if (cost.value_or(0) > 0)
        spending_store(database).add(test.getColumn(0).getString(), *cost, now);
}

}  // namespace

void generated_test_store::record_call(std::string_view test_id, const call_record& call, timestamp now) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    const int recorded = execute(
        database_,
        "INSERT INTO claude_calls (generated_test_id, kind, round, call_group, outcome, input_tokens, "
        "output_tokens, cache_write_tokens, cache_read_tokens, milliseconds, ended_at, reply) "
        "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12 "
        "WHERE EXISTS (SELECT 1 FROM generated_tests WHERE id = ?1) "
        "ON CONFLICT (generated_test_id, kind, round, call_group) DO NOTHING",
        test_id, to_string(call.kind), call.round, call.group, call.outcome, call.usage.input,
        call.usage.output, call.usage.cache_write, call.usage.cache_read, call.milliseconds, now, call.reply);
    if (recorded > 0)
        add_spending(database_, test_id, call.usage, now);
    execute(
        database_,
        "UPDATE generated_tests SET updated_at = ?2 WHERE id = ?1 AND status IN ('pending', 'generating')",
        test_id, now);
    transaction.commit();
}

std::vector<call_record> generated_test_store::calls(std::string_view test_id) {
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

}  // namespace examwright
