#include "server/jobs/outcome_record.hpp"

#include <algorithm>
#include <utility>

#include "core/claude/price.hpp"

namespace examwright {

namespace {

constexpr double best_offline_score = 0.5;

std::vector<question_record> records_of(std::vector<accepted_question> accepted, std::string_view model) {
    const double best = model == offline_model ? best_offline_score : 1;
    std::vector<question_record> records;
    for (auto& each : accepted) {
        question_record question;
        question.content = std::move(each.content);
        if (!each.critique.empty())
            question.validation_result = std::move(each.critique);
        question.quality_score = std::min(each.score, best);
        records.push_back(std::move(question));
    }
    return records;
}

}  // namespace

generated_test_outcome outcome_record(generation_outcome result, std::string_view model,
                                      const token_usage& usage) {
    generated_test_outcome outcome;
    outcome.status = std::move(result.status);
    outcome.failure_reason = std::move(result.failure_reason);
    outcome.accepted = static_cast<int>(result.questions.size());
    outcome.questions = records_of(std::move(result.questions), model);
    outcome.spares = records_of(std::move(result.spares), model);
    for (const auto& [reason, count] : result.dropped)
        outcome.dropped.push_back({std::string(reason_text(reason)), count});
    outcome.usage = usage;
    outcome.cost_usd = cost_usd(model, usage);
    return outcome;
}

generated_test_outcome failure_record(const std::string& error, std::string_view model,
                                      const token_usage& usage) {
    generated_test_outcome outcome;
    outcome.status = "failed";
    outcome.failure_reason = "The server failed at this test (" + error.substr(0, 200) +
                             "). Try again; if it happens again, tell whoever runs the server.";
    outcome.usage = usage;
    outcome.cost_usd = cost_usd(model, usage);
    return outcome;
}

}  // namespace examwright
