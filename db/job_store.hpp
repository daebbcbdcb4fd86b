#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/generation/call.hpp"
#include "core/problem.hpp"
#include "db/records.hpp"

namespace examwright {

/// How a job ended; see finish().
struct generated_test_outcome {
    std::string status;  // "completed", "partial", "failed"
    std::optional<std::string> failure_reason;
    std::vector<question_record> questions;  // the store sets id, test_id and sort_order; topics by slug
    std::vector<question_record> spares;     // the best first
    int accepted = 0;
    std::vector<dropped_count> dropped;
    token_usage usage;
    std::optional<double> cost_usd;
};

/// Tests as their jobs see them, and the records of their Claude calls. Synchronous; on the database thread.
class job_store {
  public:
    explicit job_store(SQLite::Database& database) : database_(database) {}

    /// Inserts a test as "pending", phase "queued", under record.id (a new one if that is empty). conflict if
    /// a test of this document is unfinished already; not_found if the document is gone.
    result<generated_test_record> create(const generated_test_record& record);
    /// Returns every "pending" or "generating" test, oldest first, for the start of the server.
    std::vector<generated_test_record> unfinished();

    /// How many runs of the server have worked on the test and did not end well.
    int starts(std::string_view id);
    void count_start(std::string_view id, timestamp now);
    /// The run ended well, in a stop of the server: it does not count.
    void uncount_start(std::string_view id);

    /// Sets the test to "generating", with its phase and calls: a sign of life. Does nothing to a test that
    /// has ended.
    void set_progress(std::string_view id, std::string_view phase, int calls_done, int calls_total,
                      timestamp now);
    /// Counts a request before it is sent: the expected cost, and the start if it is the run's first.
    void begin_request(const generated_test_record& test, bool is_first, const call_cost& due, timestamp now);
    /// Adds to what the test's owner spent, whether or not the test still exists.
    void spend(const generated_test_record& test, const call_cost& cost, timestamp now);
    /// Stores a finished call once: a second record of the same (kind, round, group) changes nothing, and
    /// nothing is stored for a test that is gone. What is due is spent in any case. A sign of life, too.
    void record_call(const generated_test_record& test, const call_record& call, const call_cost& due,
                     timestamp now);
    std::vector<call_record> calls(std::string_view test_id);  // in the order of their ends

    /// Returns the stems of the owner's other tests of the document, the latest first.
    std::vector<std::string> stems_of_document(std::string_view document_id, std::string_view but_test,
                                               int limit);

    /// Stores the questions, the spares, the status, questions_generated, phase "done" and ended_at, and
    /// clears the replies of the test's calls, in one transaction. Returns false, and writes nothing, if the
    /// test has ended already or is gone.
    bool finish(std::string_view id, const generated_test_outcome& outcome, timestamp now);

    /// Removes small jobs that ended without a question and whose owner did not wait for it; for the start of
    /// the server.
    void remove_ended_replacements();

  private:
    SQLite::Database& database_;
};

}  // namespace examwright
