#include "db/legacy/old_columns.hpp"

namespace examwright {

namespace {

const char* const unknown_time = "'1970-01-01 00:00:00'";

old_column same(const std::string& name, const std::string& if_missing = "") {
    return {name, name, if_missing};
}

/// A text for people: bytes that are no UTF-8 are replaced.
old_column text(const std::string& name) {
    return {name, "valid_utf8(" + name + ")", "NULL"};
}

old_column not_null(const std::string& name, const std::string& otherwise) {
    return {name, "coalesce(" + name + ", " + otherwise + ")", otherwise};
}

old_column text_not_null(const std::string& name, const std::string& otherwise) {
    return {name, "coalesce(valid_utf8(" + name + "), " + otherwise + ")", otherwise};
}

/// Written as we write it, whatever form of ISO 8601 (or seconds since 1970) it has; in UTC.
std::string time_of(const std::string& name, const std::string& otherwise) {
    return "coalesce(sql_time(" + name + "), strftime('%Y-%m-%d %H:%M:%f', " + name + ", 'auto'), " +
           otherwise + ")";
}

old_column created() {
    return {"created_at", time_of("created_at", unknown_time), unknown_time};
}

old_column updated() {
    const auto creation = time_of("created_at", unknown_time);
    return {"updated_at", time_of("updated_at", creation), creation};
}

/// One of a list of words; the CHECKs that held it to them are met no more in some files.
old_column one_of(const std::string& name, const std::string& words, const std::string& otherwise) {
    return {name, "CASE WHEN " + name + " IN (" + words + ") THEN " + name + " ELSE " + otherwise + " END",
            ""};
}

std::vector<old_column> test_columns() {
    const std::string statuses =
        "'pending', 'generating', 'completed', 'partial', 'failed', 'failed_timeout'";
    return {same("id"),
            same("user_id"),
            same("document_id"),
            text("title"),
            one_of("status", statuses, "'failed'"),
            text_not_null("prompt_version", "''"),
            text_not_null("model", "''"),
            {"generation_metadata",
             "CASE WHEN json_valid(generation_metadata) AND json_type(generation_metadata) = 'object' "
             "THEN generation_metadata ELSE json_object_of(generation_metadata) END",
             "NULL"},
            same("estimated_input_tokens", "NULL"),
            same("estimated_output_tokens", "NULL"),
            same("estimated_cost_usd", "NULL"),
            created(),
            updated(),
            {"failure_reason",
             "CASE WHEN status IN (" + statuses +
                 ") THEN valid_utf8(failure_reason) ELSE coalesce(valid_utf8(failure_reason), "
                 "'The old service left it as: ' || coalesce(valid_utf8(status), 'nothing')) END",
             "NULL"},
            not_null("target_questions", "15"),
            not_null("questions_generated", "0")};
}

std::vector<old_column> question_columns() {
    return {same("id"),
            same("generated_test_id"),
            not_null("sort_order", "0"),
            text_not_null("question", "''"),
            {"options", "options_object(coalesce(options, 'null'))", ""},
            {"correct_option", "key_letter(correct_option, options)", ""},
            text_not_null("explanation", "''"),
            {"difficulty",
             "CASE WHEN lower(trim(difficulty)) IN ('easy', 'medium', 'hard') THEN lower(trim(difficulty)) "
             "ELSE 'medium' END",
             "'medium'"},
            same("topic_id"),
            {"validation_result", "nullif(valid_utf8(validation_result), 'null')", "NULL"},
            created(),
            updated()};
}

std::vector<old_table> make_tables() {
    return {
        {"users",
         {same("id"), same("email"), not_null("password_hash", "''"),
          one_of("role", "'faculty', 'admin', 'super_admin'", "'faculty'"), created(), updated()},
         "id IS NOT NULL AND email IS NOT NULL"},
        {"topic_list",
         {same("id"), same("slug"), text_not_null("name", "slug"), not_null("sort_order", "0"), created()},
         "id IS NOT NULL AND slug IS NOT NULL"},
        {"documents",
         {same("id"),
          same("user_id"),
          {"source_type", "CASE WHEN source_type = 'pdf' THEN 'pdf' ELSE 'pasted_text' END", ""},
          text("filename"),
          same("file_path", "NULL"),
          same("file_size_bytes", "NULL"),
          text("title"),
          one_of("status", "'uploaded', 'processing', 'ready', 'extraction_failed', 'rejected'",
                 "CASE WHEN extracted_text <> '' THEN 'ready' ELSE 'extraction_failed' END"),
          {"extracted_text", "coalesce(valid_utf8(extracted_text), '')", ""},
          created(),
          updated(),
          same("target_questions", "15")},
         "user_id IN (SELECT id FROM main.users)"},
        {"generated_tests", test_columns(),
         "user_id IN (SELECT id FROM main.users) AND document_id IN (SELECT id FROM main.documents)"},
        {"questions", question_columns(),
         "generated_test_id IN (SELECT id FROM main.generated_tests) "
         "AND topic_id IN (SELECT id FROM main.topic_list) "
         "AND key_letter(correct_option, options) IN ('A', 'B', 'C', 'D', 'E')"},
    };
}

}  // namespace

const std::vector<old_table>& old_tables() {
    static const auto tables = make_tables();
    return tables;
}

}  // namespace examwright
