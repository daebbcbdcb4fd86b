#pragma once

#include <string>
#include <string_view>

namespace examwright {

/// Returns the text without control characters: of the categories Cc (all but tab and line feed) and the
/// noncharacters U+FFFE and U+FFFF. A carriage return, alone or before a line feed, becomes a line feed.
/// Bytes that are not UTF-8 become U+FFFD.
std::string without_control_characters(std::string_view text);

}  // namespace examwright
