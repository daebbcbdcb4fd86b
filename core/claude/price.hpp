#pragma once

#include <optional>
#include <string_view>

#include "core/claude/messages_api.hpp"

namespace examwright {

/// The name that the author without a model goes by.
inline constexpr std::string_view offline_model = "offline-cloze";

/// What the tokens cost in US dollars. Nothing for a model whose prices we don't know: never a guess.
std::optional<double> cost_usd(std::string_view model, const token_usage& usage);

}  // namespace examwright
