#pragma once

#include <SQLiteCpp/Database.h>

#include <string_view>

#include "core/timestamp.hpp"

namespace examwright {

/// What the Claude calls of a UTC day cost, in US dollars. On the database thread.
class spending_store {
  public:
    explicit spending_store(SQLite::Database& database) : database_(database) {}

    void add(std::string_view user_id, double cost_usd, timestamp now);
    /// Of all users on the day of now.
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
