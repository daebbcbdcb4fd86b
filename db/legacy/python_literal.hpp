#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace examwright {

/// Rewrites what Python prints of a value, {'A': "it's", 'B': None} or ('a', 'b'), as JSON. The result may be
/// no JSON still. Nullopt for a text without an end.
std::optional<std::string> python_literal_to_json(std::string_view text);

}  // namespace examwright
