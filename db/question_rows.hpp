#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <string>
#include <string_view>

#include "db/records.hpp"

namespace examwright {

/// What a question holds, wherever it is kept: as one of its test, a spare one or a removed one.
inline constexpr char content_columns[] =
    "question, options, correct_option, explanation, difficulty, topic_id, validation_result, quality_score, "
    "source_quote, source_page, document_id";

/// "SELECT ... FROM questions q ...", each row for read_question; a WHERE follows.
extern const std::string select_question;
question_record read_question(const SQLite::Statement& row);

/// A topic that there is none of becomes "general".
std::string topic_id_of(SQLite::Database& database, std::string_view slug);

/// Under a new id, which is returned; the topic by its slug.
std::string insert_question(SQLite::Database& database, std::string_view test_id, int sort_order,
                            const question_record& question, timestamp now);
void insert_spare(SQLite::Database& database, std::string_view test_id, int sort_order,
                  const question_record& question);

}  // namespace examwright
