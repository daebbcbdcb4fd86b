#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.hpp"
#include "db/records.hpp"

namespace examwright {

/// How a job ended; see finish().
struct generated_test_outcome {
    std::string status;  // "completed", "partial", "failed"
    std::optional<std::string> failure_reason;
    std::vector<question_record>
        questions;  // id and test_id are set by the store, sort_order from 1; topics by slug
    std::vector<question_record> spares;  // the best first
    int accepted = 0;
    std::vector<dropped_count> dropped;
    token_usage usage;
    std::optional<double> cost_usd;
};

/// Tests and the records of their calls. Synchronous; on the database thread.
class generated_test_store {
  public:
    explicit generated_test_store(SQLite::Database& database) : database_(database) {}

    /// Inserted "pending", phase "queued", under record.id (a new one where that is empty). conflict, where a
    /// test of this document is unfinished already; not_found, where the document is gone.
    result<generated_test_record> create(const generated_test_record& record);
    /// A test that somebody brings along: "completed" at once, with these questions (topics by slug). Its
    /// document is a row without a text that nobody is shown, as document_store::remove leaves it to the
    /// tests of a deleted document. One transaction; under a new id.
    generated_test_record import(const generated_test_record& record,
                                 const std::vector<question_record>& questions);
    std::optional<generated_test_record> find(std::string_view id, std::string_view user_id);
    page_of<generated_test_record> list(std::string_view user_id, page_request page);
    std::vector<question_record> questions(std::string_view test_id);
    /// All questions of the test that this one belongs to.
    std::vector<question_record> sibling_questions(std::string_view question_id);
    bool set_title(std::string_view id, std::string_view user_id, std::string_view title, timestamp now);
    bool remove(std::string_view id, std::string_view user_id);

    /// Sign of life of a job: "generating", with its phase and calls. Does nothing to a test that has ended.
    void set_progress(std::string_view id, std::string_view phase, int calls_done, int calls_total,
                      timestamp now);
    /// Kept once: a second record of the same (kind, round, group) changes nothing. Nothing is kept of a test
    /// that is gone. A sign of life, too.
    void record_call(std::string_view test_id, const call_record& call, timestamp now);
    std::vector<call_record> calls(std::string_view test_id);  // in the order of their ends

    /// The stems of the owner's other tests of the document, the latest first.
    std::vector<std::string> stems_of_document(std::string_view document_id, std::string_view but_test,
                                               int limit);

    /// One transaction: the questions, the spares, the status, questions_generated, phase "done", ended_at.
    /// False, and nothing written, where the test has ended already or is gone.
    bool finish(std::string_view id, const generated_test_outcome& outcome, timestamp now);

    /// Small jobs that ended without a question and whose owner did not wait for it; for the start of the
    /// server.
    void remove_ended_replacements();

    /// Every "pending" or "generating" one, oldest first, for the start of the server.
    std::vector<generated_test_record> unfinished();
    /// Counts the start of a job's run, and returns how many there have been, this one included; 0, where the
    /// test is gone.
    int count_start(std::string_view id, timestamp now);
    /// The run ended well, in a stop of the server: it does not count.
    void uncount_start(std::string_view id);

  private:
    SQLite::Database& database_;
};

}  // namespace examwright
