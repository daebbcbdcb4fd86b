#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/simulator/api.hpp"
#include "core/simulator/fault_rules.hpp"

namespace examwright {

/// The body of an error answer.
std::string render_api_error(const api_error& error, std::string_view request_id);

/// The body of the message that answers a call, as the offline author writes it, with the faults that show in
/// a message (malformed, max_tokens, refusal, wrong_key). Tokens are counted as characters / 3.5; a reply of
/// more than the call's max_tokens is cut off. May take milliseconds for a large material.
std::string render_api_message(const api_call& call, const std::optional<fault>& failure,
                               std::string_view message_id);

}  // namespace examwright
