#include "core/quality/score.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/quality/flaws.hpp"
#include "core/text/normalize.hpp"

namespace examwright {
namespace {

constexpr double complaint_penalty = 0.15;
constexpr double near_quote_penalty = 0.05;

}  // namespace

bool is_complaint(std::string_view critique) {
    static constexpr std::string_view nothing[] = {"",
                                                   "none",
                                                   "no",
                                                   "n/a",
                                                   "ok",
                                                   "good",
                                                   "fine",
                                                   "no issue",
                                                   "no issues",
                                                   "no flaws",
                                                   "nothing",
                                                   "no problem",
                                                   "no problems",
                                                   "no issues found",
                                                   "no flaws found",
                                                   "no critique",
                                                   "null"};
    return std::find(std::begin(nothing), std::end(nothing), normalized(critique)) == std::end(nothing);
}

double quality_score(const question& question, bool reviewer_agreed, std::string_view critique,
                     bool quote_exact, const question_context& context) {
    if (!reviewer_agreed)
        return 0;
    double score = 1;
    for (const auto& found : find_flaws({question, context}))
        score -= rule_of(found.kind).drops ? 0 : rule_of(found.kind).penalty;
    if (is_complaint(critique))
        score -= complaint_penalty;
    if (!quote_exact)
        score -= near_quote_penalty;
    return std::clamp(std::round(score * 100) / 100, 0.0, 1.0);
}

}  // namespace examwright
