#pragma once

#include <string>
#include <string_view>

namespace examwright {

/// The first words of a text, in one line, by which a person finds it again.
std::string text_beginning(std::string_view text);

}  // namespace examwright
