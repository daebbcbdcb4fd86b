#include "core/generation/estimate.hpp"

#include <boost/json/serialize.hpp>
#include <cmath>

#include "core/claude/price.hpp"
#include "core/generation/prompts.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

// English has about 4 characters a token with the older tokenizers; the newer one makes 30 % more tokens.
constexpr double plain_characters_per_token = 3.1;
constexpr double other_characters_per_token = 1.2;  // Devanagari, Cyrillic, accents

// By the lengths of what is asked for: a question with its options, explanation and quote; an answer with
// its critique; a question and its passage as the review gets them.
constexpr int tokens_per_question = 260;
constexpr int tokens_per_answer = 40;
constexpr int tokens_per_reviewed_question = 320;
constexpr int thinking_tokens_per_call = 300;  // at effort low

std::int64_t frame_tokens(const prompt& prompt, const boost::json::object& schema) {
    return estimate_tokens(prompt.system) + estimate_tokens(prompt.user) +
           estimate_tokens(boost::json::serialize(schema));
}

}  // namespace

std::int64_t estimate_tokens(std::string_view text) {
    std::size_t plain = 0;
    for (const char c : text)
        plain += static_cast<unsigned char>(c) < 0x80 ? 1 : 0;
    const auto others = count_characters(text) - std::min(plain, count_characters(text));
    return std::llround(static_cast<double>(plain) / plain_characters_per_token +
                        static_cast<double>(others) / other_characters_per_token);
}

token_usage estimate_call(call_kind kind, const prompt& prompt, int questions) {
    const bool writes = kind == call_kind::write;
    token_usage usage;
    usage.input = frame_tokens(prompt, writes ? write_schema() : review_schema());
    usage.output = thinking_tokens_per_call + questions * (writes ? tokens_per_question : tokens_per_answer);
    return usage;
}

generation_estimate estimate_generation(const generation_spec& spec, const document_text& document,
                                        std::string_view model) {
    generation_job job(spec, document);
    generation_estimate estimate;
    for (const auto& call : job.start()) {
        estimate.calls += 2;  // and its review
        estimate.input_tokens += frame_tokens(job.request(call), write_schema());
        estimate.input_tokens += frame_tokens(review_prompt({}, {}), review_schema());
        estimate.output_tokens += 2 * thinking_tokens_per_call;
    }
    const int questions = estimate.calls == 0 ? 0 : candidates_for(spec.questions);
    estimate.input_tokens += questions * tokens_per_reviewed_question;
    estimate.output_tokens += questions * (tokens_per_question + tokens_per_answer);
    token_usage usage;
    usage.input = estimate.input_tokens;
    usage.output = estimate.output_tokens;
    estimate.cost_usd = cost_usd(model, usage);
    return estimate;
}

}  // namespace examwright
