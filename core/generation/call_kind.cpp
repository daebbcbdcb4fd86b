#include "core/generation/call_kind.hpp"

#include "core/generation/prompts.hpp"

namespace examwright {

std::string_view to_string(call_kind kind) {
    return kind == call_kind::write ? "write" : "review";
}

std::optional<call_kind> parse_call_kind(std::string_view text) {
    for (auto kind : {call_kind::write, call_kind::review})
        if (text == to_string(kind))
            return kind;
    return std::nullopt;
}

const boost::json::object& schema_of(call_kind kind) {
    return kind == call_kind::write ? write_schema() : review_schema();
}

// A question takes some 400 tokens, a review's answer some 60; the rest is for thinking.
int max_tokens_of(call_kind kind) {
    return kind == call_kind::write ? 16'000 : 8'000;
}

}  // namespace examwright
