#include "db/document_store.hpp"

#include <SQLiteCpp/Transaction.h>

#include "core/document/document_text.hpp"
#include "core/document/page_range.hpp"
#include "core/document/span_text.hpp"
#include "core/document/structure_marks.hpp"
#include "core/text/words.hpp"
#include "db/statement.hpp"

namespace examwright {

namespace {

const std::string select_document =
    "SELECT id, user_id, source_type, filename, file_path, file_size_bytes, title, status, failure_reason, "
    "target_questions, character_count, word_count, page_count, used_ocr_pages, created_at, updated_at, "
    "pages, pages_done, pages_total, page_name, ocr_pages, unread_pages FROM documents ";

document_record read_document(const SQLite::Statement& row) {
    document_record document;
    document.id = row.getColumn(0).getString();
    document.user_id = row.getColumn(1).getString();
    document.source_type = row.getColumn(2).getString();
    document.filename = optional_column<std::string>(row.getColumn(3));
    document.file_path = optional_column<std::string>(row.getColumn(4));
    document.file_size_bytes = optional_column<std::int64_t>(row.getColumn(5));
    document.title = optional_column<std::string>(row.getColumn(6));
    document.status = row.getColumn(7).getString();
    document.failure_reason = optional_column<std::string>(row.getColumn(8));
    document.target_questions = optional_column<int>(row.getColumn(9));
    document.character_count = optional_column<std::int64_t>(row.getColumn(10));
    document.word_count = optional_column<std::int64_t>(row.getColumn(11));
    document.page_count = optional_column<int>(row.getColumn(12));
    document.used_ocr_pages = optional_column<int>(row.getColumn(13));
    document.created_at = time_column(row.getColumn(14));
    document.updated_at = time_column(row.getColumn(15));
    document.pages = row.getColumn(16).getString();
    document.pages_done = optional_column<int>(row.getColumn(17));
    document.pages_total = optional_column<int>(row.getColumn(18));
    document.page_name = row.getColumn(19).getString();
    document.ocr_pages = row.getColumn(20).getString();
    document.unread_pages = row.getColumn(21).getString();
    return document;
}

std::vector<document_record> read_all(SQLite::Statement query) {
    std::vector<document_record> documents;
    while (query.executeStep())
        documents.push_back(read_document(query));
    return documents;
}

/// "3, 5-7"
std::string ranges_of(const std::vector<int>& pages) {
    std::vector<page_range> ranges;
    for (const int page : pages) {
        if (ranges.empty() || ranges.back().last + 1 != page)
            ranges.push_back({page, page});
        ranges.back().last = page;
    }
    return to_string(ranges);
}

}  // namespace

document_content content_of(const extraction_report& report) {
    document_content content;
    content.text = report.text;
    content.structure = encode_spans(mark_structure(report.text, report.spans));
    content.characters = static_cast<std::int64_t>(count_characters(report.text));
    content.words = static_cast<std::int64_t>(count_words(report.text));
    content.pages = document_text(report.text).page_count();
    content.page_name = report.page_name;
    content.used_ocr_pages = static_cast<int>(report.ocr_pages.size());
    content.ocr_pages = ranges_of(report.ocr_pages);
    content.unread_pages = ranges_of(report.unread_pages);
    return content;
}

void document_store::insert(const document_record& record) {
    execute(database_,
            "INSERT INTO documents (id, user_id, source_type, filename, file_path, file_size_bytes, title, "
            "status, failure_reason, target_questions, character_count, word_count, page_count, "
            "used_ocr_pages, created_at, updated_at, pages, page_name, extracted_text) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, '')",
            record.id, record.user_id, record.source_type, record.filename, record.file_path,
            record.file_size_bytes, record.title, record.status, record.failure_reason,
            record.target_questions, record.character_count, record.word_count, record.page_count,
            record.used_ocr_pages, record.created_at, record.updated_at, record.pages, record.page_name);
}

std::optional<document_record> document_store::find(std::string_view id, std::string_view user_id) {
    auto query = prepare(
        database_, select_document + "WHERE id = ?1 AND user_id = ?2 AND status <> 'deleted'", id, user_id);
    if (!query.executeStep())
        return std::nullopt;
    return read_document(query);
}

page_of<document_record> document_store::list(std::string_view user_id, page_request page) {
    page_of<document_record> found;
    found.items = read_all(prepare(
        database_,
        select_document + "WHERE user_id = ?1 AND status <> 'deleted' ORDER BY created_at DESC, id DESC "
                          "LIMIT ?2 OFFSET ?3",
        user_id, page.limit, page.offset));
    found.total = integer(
        database_, "SELECT count(*) FROM documents WHERE user_id = ?1 AND status <> 'deleted'", user_id);
    return found;
}

std::optional<std::string> document_store::text(std::string_view id) {
    auto query = prepare(database_, "SELECT extracted_text FROM documents WHERE id = ?1", id);
    if (!query.executeStep())
        return std::nullopt;
    return query.getColumn(0).getString();
}

std::string document_store::structure(std::string_view id) {
    auto query = prepare(database_, "SELECT structure FROM documents WHERE id = ?1", id);
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

void document_store::set_progress(std::string_view id, int pages_done, int pages_total, timestamp now) {
    execute(database_,
            "UPDATE documents SET pages_done = ?2, pages_total = ?3, updated_at = ?4 "
            "WHERE id = ?1 AND status = 'processing'",
            id, pages_done, pages_total, now);
}

void document_store::set_ready(std::string_view id, const document_content& content, timestamp now) {
    execute(database_,
            "UPDATE documents SET status = 'ready', failure_reason = NULL, extracted_text = ?2, "
            "character_count = ?3, word_count = ?4, page_count = ?5, used_ocr_pages = ?6, updated_at = ?7, "
            "page_name = ?8, ocr_pages = ?9, unread_pages = ?10, structure = ?11, pages_done = ?5, "
            "pages_total = ?5 WHERE id = ?1 AND status <> 'deleted'",
            id, content.text, content.characters, content.words, content.pages, content.used_ocr_pages, now,
            content.page_name, content.ocr_pages, content.unread_pages, content.structure);
}

bool document_store::belongs_to(std::string_view id, std::string_view user_id) {
    return exists(database_, "SELECT 1 FROM documents WHERE id = ?1 AND user_id = ?2", id, user_id);
}

std::string document_store::page_name(std::string_view id) {
    auto query = prepare(database_, "SELECT page_name FROM documents WHERE id = ?1", id);
    return query.executeStep() ? query.getColumn(0).getString() : "page";
}

void document_store::set_failed(std::string_view id, std::string_view reason, timestamp now) {
    execute(database_,
            "UPDATE documents SET status = 'extraction_failed', failure_reason = ?2, updated_at = ?3 WHERE "
            "id = ?1 AND status <> 'deleted'",
            id, reason, now);
}

bool document_store::remove(std::string_view id, std::string_view user_id, timestamp now) {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    if (!find(id, user_id))
        return false;
    const bool has_tests = exists(database_, "SELECT 1 FROM generated_tests WHERE document_id = ?1", id);
    if (has_tests)
        execute(
            database_,
            "UPDATE documents SET status = 'deleted', extracted_text = '', structure = '', filename = NULL, "
            "file_path = NULL, file_size_bytes = NULL, updated_at = ?2 WHERE id = ?1",
            id, now);
    else
        execute(database_, "DELETE FROM documents WHERE id = ?1", id);
    transaction.commit();
    return true;
}

void document_store::forget_file(std::string_view id) {
    execute(database_, "UPDATE documents SET file_path = NULL WHERE id = ?1", id);
}

std::vector<std::string> document_store::file_paths() {
    auto query = prepare(database_, "SELECT file_path FROM documents WHERE file_path IS NOT NULL");
    std::vector<std::string> paths;
    while (query.executeStep())
        paths.push_back(query.getColumn(0).getString());
    return paths;
}

document_store::holdings document_store::holdings_of(std::string_view user_id) {
    auto query = prepare(database_,
                         "SELECT count(*), coalesce(sum(file_size_bytes), 0) FROM documents "
                         "WHERE user_id = ?1 AND (status <> 'deleted' OR file_size_bytes IS NOT NULL)",
                         user_id);
    query.executeStep();
    return {query.getColumn(0).getInt64(), query.getColumn(1).getInt64()};
}

std::vector<std::string> document_store::ids_of(std::string_view user_id) {
    auto query = prepare(database_, "SELECT id FROM documents WHERE user_id = ?1", user_id);
    std::vector<std::string> ids;
    while (query.executeStep())
        ids.push_back(query.getColumn(0).getString());
    return ids;
}

std::vector<document_record> document_store::unfinished() {
    return read_all(
        prepare(database_, select_document + "WHERE status = 'processing' ORDER BY created_at, id"));
}

}  // namespace examwright
