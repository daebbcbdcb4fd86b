#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/document/document_text.hpp"
#include "core/generation/job.hpp"

namespace examwright {

/// What a test is expected to take: its first round, all reviews included. Later rounds and repeated calls
/// come on top where they are needed.
struct generation_estimate {
    int calls = 0;
    std::int64_t input_tokens = 0;
    std::int64_t output_tokens = 0;
    std::optional<double> cost_usd;  // nothing for a model whose prices we don't know
};

generation_estimate estimate_generation(const generation_spec& spec, const document_text& document,
                                        std::string_view model);

/// What one call is expected to take, which asks for so many questions or has them reviewed.
token_usage estimate_call(call_kind kind, const prompt& prompt, int questions);

/// About so many tokens, by the tokenizer since Sonnet 4.6.
std::int64_t estimate_tokens(std::string_view text);

}  // namespace examwright
