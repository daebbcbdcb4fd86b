#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.hpp"
#include "db/records.hpp"

namespace examwright {

/// The questions of a test that has ended, and its spares. Each change keeps questions_generated true. The
/// caller has made sure that the test is its owner's. Synchronous; on the database thread.
class question_store {
  public:
    explicit question_store(SQLite::Database& database) : database_(database) {}

    std::optional<question_record> find(std::string_view test_id, std::string_view id);
    /// Writes the content, validation_result and quality_score of the question with question.id (topics by
    /// slug), and moves it if a place is given, as move() does. One transaction.
    question_record update(const question_record& question, std::optional<int> place, timestamp now);
    /// Moves the question to the place `to`, from 1, the others following; behind the last one where `to` is
    /// beyond. All places are 1, 2, 3 ... afterwards. Nothing moves where it has that place.
    void move(const question_record& question, int to, timestamp now);
    /// A question of any test of the user's.
    std::optional<question_record> find_owned(std::string_view id, std::string_view user_id);
    /// False, and nothing changed, where the ids are not those of all the test's questions.
    bool reorder(std::string_view test_id, const std::vector<std::string>& ids, timestamp now);
    /// Adds the question in the place, or at the end; target_questions grows with it. conflict if the test
    /// has most_questions already.
    result<question_record> add(const generated_test_record& test, const question_record& question,
                                std::optional<int> place, timestamp now);

    struct removal {
        std::optional<question_record> replacement;  // the best spare, in the removed one's place
    };
    /// Without a spare the others close up. Nothing, where the test has no such question.
    std::optional<removal> remove(std::string_view test_id, std::string_view id, timestamp now);
    /// The best spare in the question's place; nothing, where there is none or no such question.
    std::optional<question_record> replace_by_spare(std::string_view test_id, std::string_view id,
                                                    timestamp now);
    /// The question that took the place of a removed one, as long as it is there. not_found where none was
    /// removed of late that has this id.
    result<std::optional<question_record>> successor_of(std::string_view test_id,
                                                        std::string_view removed_id);
    /// Brings a removed question back as it was, in the place of the one that took its own, which is removed
    /// then; where that is gone or never was, where it stood, the others making room. not_found as above;
    /// conflict if the test has most_questions already.
    result<question_record> restore(std::string_view test_id, std::string_view removed_id, timestamp now);

  private:
    // In the caller's transaction.
    void write(const question_record& question, timestamp now);
    void put(const question_record& question, int to, timestamp now);
    std::optional<question_record> take_spare(const question_record& removed, timestamp now);

    SQLite::Database& database_;
};

/// At the end of a small job that replaces a question: its first question takes the place, the others become
/// spares of that test, which bears the cost. The job's own row goes, unless it made no question. In the
/// caller's transaction.
void settle_replacement(SQLite::Database& database, std::string_view job_id, timestamp now);

}  // namespace examwright
