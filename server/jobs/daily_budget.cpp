#include "server/jobs/daily_budget.hpp"

#include <chrono>
#include <cstdio>
#include <string>

#include "db/spending_store.hpp"

namespace examwright {

namespace {

std::string in_dollars(double amount) {
    char text[32];
    std::snprintf(text, sizeof text, "$%.2f", amount);
    return text;
}

/// "2026-11-25 00:00 UTC"
std::string for_people(timestamp time) {
    return to_sql(time).substr(0, 16) + " UTC";
}

timestamp next_day(timestamp now) {
    return std::chrono::floor<std::chrono::days>(now) + std::chrono::days(1);
}

std::optional<problem> over(double budget, const std::string& whose, double spent, double expected,
                            timestamp now) {
    const auto budget_a_day = whose + " budget of " + in_dollars(budget) + " a day for Claude ";
    const auto opens = next_day(now);
    if (spent >= budget)
        return problem{problem_kind::too_many,
                       budget_a_day + "is spent. Tests can be made again from " + for_people(opens) + ".",
                       std::chrono::ceil<std::chrono::seconds>(opens - now)};
    if (spent + expected >= budget)
        return problem{problem_kind::too_many,
                       budget_a_day +
                           "may be used up by the tests that are being made. Try again when they "
                           "have ended.",
                       std::chrono::seconds(60)};
    return std::nullopt;
}

}  // namespace

std::optional<problem> over_budget(SQLite::Database& db, const daily_budgets& budgets, std::string_view user,
                                   timestamp now) {
    spending_store spending(db);
    std::optional<problem> reason;
    if (budgets.server)
        reason = over(*budgets.server, "The server's", spending.spent(now), spending.expected(), now);
    if (budgets.user && !reason)
        reason = over(*budgets.user, "Your", spending.spent_by(user, now), spending.expected_of(user), now);
    return reason;
}

}  // namespace examwright
