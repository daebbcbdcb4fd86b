#pragma once

#include <string_view>

namespace examwright {

/// Whether a folded word is so general that it is no answer to anything: "process", "place", "premier". In
/// English, German, French, Spanish, Portuguese and Hindi.
bool is_plain_word(std::string_view folded);

}  // namespace examwright
