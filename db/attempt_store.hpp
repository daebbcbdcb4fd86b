#pragma once

#include <SQLiteCpp/Database.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/attempts/grading.hpp"
#include "db/records.hpp"

namespace examwright {

struct attempt_record {
    std::string id;
    std::string test_id;
    std::vector<std::string> question_ids;
    timestamp started_at;
    std::optional<timestamp> finished_at;
    std::map<std::string, std::string> answers;  // by question: the letter of the option
    std::optional<attempt_grade> grade;          // once finished
};

/// Attempts of users at their own tests. Synchronous; on the database thread.
class attempt_store {
  public:
    explicit attempt_store(SQLite::Database& database) : database_(database) {}

    attempt_record create(std::string_view test_id, std::string_view user_id,
                          const std::vector<std::string>& question_ids, timestamp now);
    std::optional<attempt_record> find(std::string_view id, std::string_view user_id);
    page_of<attempt_record> list(std::string_view test_id, std::string_view user_id, page_request page);
    /// The last answer to a question counts.
    void answer(std::string_view id, std::string_view question_id, std::string_view option, timestamp now);
    void finish(std::string_view id, const attempt_grade& grade, timestamp now);

  private:
    SQLite::Database& database_;
};

}  // namespace examwright
