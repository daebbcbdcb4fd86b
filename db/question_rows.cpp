#include "db/question_rows.hpp"

#include <stdexcept>

#include "db/database.hpp"
#include "db/json_columns.hpp"
#include "db/statement.hpp"

namespace examwright {

const std::string select_question =
    "SELECT q.id, q.generated_test_id, q.sort_order, q.question, q.options, q.correct_option, "
    "q.explanation, q.difficulty, q.topic_id, t.slug, q.validation_result, q.quality_score, "
    "q.source_quote, q.source_page, "
    "coalesce(q.document_id, (SELECT document_id FROM generated_tests WHERE id = q.generated_test_id)) "
    "FROM questions q LEFT JOIN topic_list t ON t.id = q.topic_id ";

question_record read_question(const SQLite::Statement& row) {
    question_record question;
    question.id = row.getColumn(0).getString();
    question.test_id = row.getColumn(1).getString();
    question.sort_order = row.getColumn(2).getInt();
    auto& content = question.content;
    content.stem = row.getColumn(3).getString();
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
    question.document_id = row.getColumn(14).getString();
    return question;
}

std::string topic_id_of(SQLite::Database& database, std::string_view slug) {
    auto query = prepare(
        database, "SELECT id FROM topic_list WHERE slug IN (?1, 'general') ORDER BY slug = ?1 DESC LIMIT 1",
        slug);
    if (!query.executeStep())
        throw std::runtime_error("the topic general is missing");
    return query.getColumn(0).getString();
}

std::string insert_question(SQLite::Database& database, std::string_view test_id, int sort_order,
                            const question_record& question, timestamp now) {
    const auto& content = question.content;
    const auto id = new_id();
    execute(database,
            "INSERT INTO questions (id, generated_test_id, sort_order, question, options, correct_option, "
            "explanation, difficulty, topic_id, validation_result, quality_score, source_quote, source_page, "
            "document_id, created_at, updated_at) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, nullif(nullif(?14, ''), "
            "(SELECT document_id FROM generated_tests WHERE id = ?2)), ?15, ?15)",
            id, test_id, sort_order, content.stem, options_to_json(content.options),
            std::string(1, option_letter(content.correct)), content.explanation, to_string(content.level),
            topic_id_of(database, content.topic_slug), question.validation_result, question.quality_score,
            content.source_quote, content.source_page, question.document_id, now);
    return id;
}

void insert_spare(SQLite::Database& database, std::string_view test_id, int sort_order,
                  const question_record& question) {
    const auto& content = question.content;
    execute(database,
            "INSERT INTO spare_questions (id, generated_test_id, sort_order, question, options, "
            "correct_option, explanation, difficulty, topic_id, validation_result, quality_score, "
            "source_quote, source_page) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            new_id(), test_id, sort_order, content.stem, options_to_json(content.options),
            std::string(1, option_letter(content.correct)), content.explanation, to_string(content.level),
            topic_id_of(database, content.topic_slug), question.validation_result, question.quality_score,
            content.source_quote, content.source_page);
}

}  // namespace examwright
