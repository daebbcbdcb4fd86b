#include <SQLiteCpp/Transaction.h>

#include "db/database.hpp"
#include "db/document_store.hpp"
#include "db/generated_test_store.hpp"
#include "db/json_columns.hpp"
#include "db/question_rows.hpp"
#include "db/statement.hpp"

// How a test comes in that was made elsewhere.

namespace examwright {

namespace {

document_record hidden_document(const generated_test_record& test) {
    document_record document;
    document.id = new_id();
    document.user_id = test.user_id;
    document.source_type = "pasted_text";
    document.title = test.title;
    document.status = "deleted";
    document.created_at = document.updated_at = test.created_at;
    return document;
}

}  // namespace

generated_test_record generated_test_store::import(const generated_test_record& record,
                                                   const std::vector<question_record>& questions) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    const auto document = hidden_document(record);
    document_store(database_).insert(document);
    const auto id = new_id();
    const auto count = static_cast<int>(questions.size());
    execute(
        database_,
        "INSERT INTO generated_tests (id, user_id, document_id, title, status, phase, generation_metadata, "
        "prompt_version, model, target_questions, questions_generated, accepted, created_at, updated_at, "
        "ended_at) VALUES (?1, ?2, ?3, ?4, 'completed', 'done', ?5, ?6, ?7, ?8, ?8, ?8, ?9, ?9, ?9)",
        id, record.user_id, document.id, record.title, metadata_to_json({count, record.level, {}, {}, {}}),
        record.prompt_version, record.model, count, record.created_at);
    int sort_order = 0;
    for (const auto& question : questions)
        insert_question(database_, id, ++sort_order, question, record.created_at);
    auto imported = *find(id, record.user_id);
    transaction.commit();
    return imported;
}

}  // namespace examwright
