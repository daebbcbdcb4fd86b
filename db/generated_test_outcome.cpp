#include <SQLiteCpp/Transaction.h>

#include "db/generated_test_store.hpp"
#include "db/json_columns.hpp"
#include "db/question_rows.hpp"
#include "db/question_store.hpp"
#include "db/statement.hpp"

// How a test ends, and the questions that it ends with.

namespace examwright {

bool generated_test_store::finish(std::string_view id, const generated_test_outcome& outcome, timestamp now) {
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
    settle_replacement(database_, id, now);
    transaction.commit();
    return true;
}

std::vector<question_record> generated_test_store::sibling_questions(std::string_view question_id) {
    auto test = prepare(database_, "SELECT generated_test_id FROM questions WHERE id = ?1", question_id);
    return test.executeStep() ? questions(test.getColumn(0).getString()) : std::vector<question_record>{};
}

std::vector<question_record> generated_test_store::questions(std::string_view test_id) {
    auto query = prepare(database_,
                         select_question +
                             "WHERE q.generated_test_id = ?1 "
                             "ORDER BY q.sort_order, q.created_at, q.id",
                         test_id);
    std::vector<question_record> questions;
    while (query.executeStep())
        questions.push_back(read_question(query));
    return questions;
}

}  // namespace examwright
