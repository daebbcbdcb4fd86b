#include "db/generated_test_rows.hpp"

#include <utility>

#include "db/json_columns.hpp"
#include "db/statement.hpp"

namespace examwright {

const std::string select_test =
    "SELECT id, user_id, document_id, title, status, phase, generation_metadata, prompt_version, model, "
    "target_questions, questions_generated, calls_done, calls_total, accepted, dropped, "
    "estimated_input_tokens, "
    "estimated_output_tokens, estimated_cost_usd, failure_reason, created_at, updated_at, ended_at, "
    "replaces_question "
    "FROM generated_tests ";

const std::string is_unfinished = "status IN ('pending', 'generating')";

generated_test_record read_test(const SQLite::Statement& row) {
    generated_test_record test;
    test.id = row.getColumn(0).getString();
    test.user_id = row.getColumn(1).getString();
    test.document_id = row.getColumn(2).getString();
    test.title = optional_column<std::string>(row.getColumn(3));
    test.status = row.getColumn(4).getString();
    test.phase = row.getColumn(5).getString();
    auto metadata = metadata_from_json(row.getColumn(6).getString());
    test.level = metadata.level;
    test.focus = std::move(metadata.focus);
    test.pages = std::move(metadata.pages);
    test.language = std::move(metadata.language);
    test.prompt_version = row.getColumn(7).getString();
    test.model = row.getColumn(8).getString();
    test.target_questions = row.getColumn(9).getInt();
    test.questions_generated = row.getColumn(10).getInt();
    test.calls_done = row.getColumn(11).getInt();
    test.calls_total = row.getColumn(12).getInt();
    test.accepted = row.getColumn(13).getInt();
    test.dropped = dropped_from_json(row.getColumn(14).getString());
    test.input_tokens = optional_column<std::int64_t>(row.getColumn(15));
    test.output_tokens = optional_column<std::int64_t>(row.getColumn(16));
    test.cost_usd = optional_column<double>(row.getColumn(17));
    test.failure_reason = optional_column<std::string>(row.getColumn(18));
    test.created_at = time_column(row.getColumn(19));
    test.updated_at = time_column(row.getColumn(20));
    test.ended_at = optional_time_column(row.getColumn(21));
    test.replaces_question = row.getColumn(22).getString();
    return test;
}

std::vector<generated_test_record> read_tests(SQLite::Statement query) {
    std::vector<generated_test_record> tests;
    while (query.executeStep())
        tests.push_back(read_test(query));
    return tests;
}

}  // namespace examwright
