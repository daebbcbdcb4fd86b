#pragma once

#include <string_view>

namespace examwright {

/// Whether two options are equal after trimming and Unicode's canonical form: no question can have both.
bool is_same_text(std::string_view left, std::string_view right);

/// Whether two options say the same: the same text, or prose of three words and more that differs only in
/// case, blanks and the punctuation at its ends. Anything shorter, code and formulas may differ by a sign.
bool is_same_option(std::string_view left, std::string_view right);

}  // namespace examwright
