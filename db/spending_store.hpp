#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/claude/messages_api.hpp"
#include "core/timestamp.hpp"

namespace examwright {

/// Requests to the model and what they took; negative where an estimate is corrected.
struct spending {
    int requests = 0;
    token_usage usage;
    double cost_usd = 0;  // 0 for a model whose prices are not known
};

/// What one user's requests of a UTC day took.
struct daily_spending {
    std::string day;  // "2026-11-28"
    std::string user_id;
    std::int64_t calls = 0;
    std::int64_t input_tokens = 0;
    std::int64_t output_tokens = 0;
    double cost_usd = 0;
};

/// What the users' requests of a UTC day took. On the database thread.
class spending_store {
  public:
    explicit spending_store(SQLite::Database& database) : database_(database) {}

    /// Adds to the user's sums of the day of now, in the caller's transaction if there is one.
    void add(std::string_view user_id, const spending& spent, timestamp now);
    /// From one day to another, both included; by day, then by user.
    std::vector<daily_spending> between(std::string_view first_day, std::string_view last_day);
    /// Returns the US dollars of all users on the day of now.
    double spent(timestamp now);
    double spent_by(std::string_view user_id, timestamp now);
    /// What the tests that are being made will cost in all, by generated_test_record::cost_usd; some of it
    /// may be spent already.
    double expected();
    double expected_of(std::string_view user_id);

  private:
    SQLite::Database& database_;
};

}  // namespace examwright
