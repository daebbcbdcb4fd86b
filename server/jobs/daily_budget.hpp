#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string_view>

#include "core/problem.hpp"
#include "core/timestamp.hpp"

namespace examwright {

/// What the calls of a UTC day may cost, in US dollars.
struct daily_budgets {
    std::optional<double> server;  // of all users
    std::optional<double> user;    // of each

    bool any() const { return server || user; }
};

/// Why nothing more may be begun for the user now, if so: a budget is spent, or the tests that are being made
/// are expected to spend the rest of it (the last one that begins may go beyond). On the database thread.
std::optional<problem> over_budget(SQLite::Database& db, const daily_budgets& budgets, std::string_view user,
                                   timestamp now);

}  // namespace examwright
