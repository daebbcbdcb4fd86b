#pragma once

#include <string>
#include <string_view>

namespace examwright {

/// The text case-folded, with runs of white space and punctuation collapsed, for comparison. Two texts that
/// differ only in these compare equal.
std::string normalized(std::string_view text);

}  // namespace examwright
