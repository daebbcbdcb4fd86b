#pragma once

#include <optional>
#include <string_view>

#include "core/claude/messages_api.hpp"

namespace examwright {

/// What the tokens cost in US dollars. Nothing for a model whose prices we don't know: never a guess.
std::optional<double> cost_usd(std::string_view model, const token_usage& usage);

}  // namespace examwright
