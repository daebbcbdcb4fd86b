#include "db/spending_store.hpp"

#include "db/statement.hpp"

namespace examwright {

namespace {

const std::string total_expected =
    "SELECT total(estimated_cost_usd) FROM generated_tests WHERE status IN ('pending', 'generating')";

std::string day_of(timestamp now) {
    return to_rfc3339(now).substr(0, 10);
}

}  // namespace

void spending_store::add(std::string_view user_id, const spending& spent, timestamp now) {
    execute(database_,
            "INSERT INTO spending (day, user_id, cost_usd, calls, input_tokens, output_tokens) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (day, user_id) DO UPDATE SET "
            "cost_usd = cost_usd + excluded.cost_usd, calls = calls + excluded.calls, "
            "input_tokens = input_tokens + excluded.input_tokens, "
            "output_tokens = output_tokens + excluded.output_tokens",
            day_of(now), user_id, spent.cost_usd, spent.requests, spent.usage.input, spent.usage.output);
}

std::vector<daily_spending> spending_store::between(std::string_view first_day, std::string_view last_day) {
    auto query = prepare(database_,
                         "SELECT day, user_id, calls, input_tokens, output_tokens, cost_usd FROM spending "
                         "WHERE day BETWEEN ?1 AND ?2 ORDER BY day, user_id",
                         first_day, last_day);
    std::vector<daily_spending> days;
    while (query.executeStep())
        days.push_back({query.getColumn(0).getString(), query.getColumn(1).getString(),
                        query.getColumn(2).getInt64(), query.getColumn(3).getInt64(),
                        query.getColumn(4).getInt64(), query.getColumn(5).getDouble()});
    return days;
}

double spending_store::spent(timestamp now) {
    auto query = prepare(database_, "SELECT total(cost_usd) FROM spending WHERE day = ?1", day_of(now));
    query.executeStep();
    return query.getColumn(0).getDouble();
}

double spending_store::spent_by(std::string_view user_id, timestamp now) {
    auto query = prepare(database_, "SELECT total(cost_usd) FROM spending WHERE day = ?1 AND user_id = ?2",
                         day_of(now), user_id);
    query.executeStep();
    return query.getColumn(0).getDouble();
}

double spending_store::expected() {
    auto query = prepare(database_, total_expected);
    query.executeStep();
    return query.getColumn(0).getDouble();
}

double spending_store::expected_of(std::string_view user_id) {
    auto query = prepare(database_, total_expected + " AND user_id = ?1", user_id);
    query.executeStep();
    return query.getColumn(0).getDouble();
}

}  // namespace examwright
