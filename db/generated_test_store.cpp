#include "db/generated_test_store.hpp"

#include <SQLiteCpp/Transaction.h>

#include "db/database.hpp"
#include "db/document_store.hpp"
#include "db/generated_test_rows.hpp"
#include "db/json_columns.hpp"
#include "db/question_rows.hpp"
#include "db/statement.hpp"

namespace examwright {

namespace {

// A small job that replaces a question is no test of its own.
const std::string is_shown = "replaces_question IS NULL";

/// What an imported test counts as among its owner's documents.
std::int64_t bytes_of(const std::vector<question_record>& questions) {
    std::size_t sum = 0;
    for (const auto& question : questions) {
        const auto& content = question.content;
        sum += content.stem.size() + content.explanation.size() + content.source_quote.size();
        for (const auto& option : content.options)
            sum += option.size();
    }
    return static_cast<std::int64_t>(sum);
}

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

std::optional<generated_test_record> generated_test_store::find(std::string_view id,
                                                                std::string_view user_id) {
    auto query = prepare(database_, select_test + "WHERE id = ?1 AND user_id = ?2", id, user_id);
    if (!query.executeStep())
        return std::nullopt;
    return read_test(query);
}

page_of<generated_test_record> generated_test_store::list(std::string_view user_id, page_request page) {
    page_of<generated_test_record> found;
    found.items = read_tests(prepare(database_,
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

generated_test_record generated_test_store::import(const generated_test_record& record,
                                                   const std::vector<question_record>& questions,
                                                   std::string_view page_name) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    auto document = record.document_id;
    if (document.empty()) {
        auto hidden = hidden_document(record);
        hidden.file_size_bytes = bytes_of(questions);
        hidden.page_name = page_name;
        document_store(database_).insert(hidden);
        document = hidden.id;
    }
    const auto id = new_id();
    const auto count = static_cast<int>(questions.size());
    execute(
        database_,
        "INSERT INTO generated_tests (id, user_id, document_id, title, status, phase, generation_metadata, "
        "prompt_version, model, target_questions, questions_generated, accepted, created_at, updated_at, "
        "ended_at) VALUES (?1, ?2, ?3, ?4, 'completed', 'done', ?5, ?6, ?7, ?8, ?8, ?8, ?9, ?9, ?9)",
        id, record.user_id, document, record.title, metadata_to_json({count, record.level, {}, {}, {}}),
        record.prompt_version, record.model, count, record.created_at);
    int sort_order = 0;
    for (const auto& question : questions)
        insert_question(database_, id, ++sort_order, question, record.created_at);
    auto imported = *find(id, record.user_id);
    transaction.commit();
    return imported;
}

}  // namespace examwright
