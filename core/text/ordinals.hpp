#pragma once

#include <string_view>

namespace examwright {

/// Whether a word stands behind ordinals, which German writes as a number with a stop: "19. Jahrhundert",
/// "2. Hauptsatz", "1. Newtonsches Gesetz".
bool follows_ordinal(std::string_view word);

}  // namespace examwright
