#pragma once

#include <optional>
#include <string_view>

namespace examwright {

/// The page that our exports name as "Page 12" or "Folie 12", or by its five minutes as "Minutes 10–15";
/// nullopt where a text is anything else.
std::optional<int> page_of_place(std::string_view text);

}  // namespace examwright
