#include <SQLiteCpp/Transaction.h>

#include <algorithm>

#include "db/database.hpp"
#include "db/json_columns.hpp"
#include "db/statement.hpp"
#include "db/test_store.hpp"

// How a test ends, and the questions that it ends with.

namespace examwright {

namespace {

question_record read_question(const SQLite::Statement& row) {
    question_record question;
    question.id = row.getColumn(0).getString();
    question.test_id = row.getColumn(1).getString();
    question.sort_order = row.getColumn(2).getInt();
    auto& content = question.content;
    content.question = row.getColumn(3).getString();
    content.options = options_from_json(row.getColumn(4).getString());
    content.correct = option_index(row.getColumn(5).getString()).value_or(0);
    if (content.options.size() <= content.correct)
        content.options.resize(content.correct + 1);
    content.explanation = row.getColumn(6).getString();
    content.level = parse_difficulty(row.getColumn(7).getString()).value_or(difficulty::medium);
    question.topic_id = row.getColumn(8).getString();
    content.topic_slug = row.getColumn(9).getString();
    question.validation_result = optional_column<std::string>(row.getColumn(10));
    question.quality_score = optional_column<double>(row.getColumn(11));
    content.source_quote = row.getColumn(12).getString();
    content.source_page = optional_column<int>(row.getColumn(13));
    return question;
}

/// A topic that there is none of becomes "general".
std::string topic_id_of(SQLite::Database& database, std::string_view slug) {
    auto query = prepare(
        database, "SELECT id FROM topic_list WHERE slug IN (?1, 'general') ORDER BY slug = ?1 DESC LIMIT 1",
        slug);
    if (!query.executeStep())
        throw std::runtime_error("the topic general is missing");
    return query.getColumn(0).getString();
}

void insert_question(SQLite::Database& database, std::string_view test_id, int sort_order,
                     const question_record& question, timestamp now) {
    const auto& content = question.content;
    execute(database,
            "INSERT INTO questions (id, generated_test_id, sort_order, question, options, correct_option, "
            "explanation, difficulty, topic_id, validation_result, quality_score, source_quote, source_page, "
            "created_at, updated_at) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?14)",
            new_id(), test_id, sort_order, content.question, options_to_json(content.options),
            std::string(1, option_letter(content.correct)), content.explanation, to_string(content.level),
            topic_id_of(database, content.topic_slug), question.validation_result, question.quality_score,
            content.source_quote, content.source_page, now);
}

}  // namespace

bool test_store::finish(std::string_view id, const test_outcome& outcome, timestamp now) {
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
    transaction.commit();
    return true;
}

std::vector<question_record> test_store::questions(std::string_view test_id) {
    auto query =
        prepare(database_,
                "SELECT q.id, q.generated_test_id, q.sort_order, q.question, q.options, q.correct_option, "
                "q.explanation, q.difficulty, q.topic_id, t.slug, q.validation_result, q.quality_score, "
                "q.source_quote, q.source_page "
                "FROM questions q LEFT JOIN topic_list t ON t.id = q.topic_id "
                "WHERE q.generated_test_id = ?1 ORDER BY q.sort_order, q.created_at, q.id",
                test_id);
    std::vector<question_record> questions;
    while (query.executeStep())
        questions.push_back(read_question(query));
    return questions;
}

}  // namespace examwright
