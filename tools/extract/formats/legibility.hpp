#pragma once

#include <string_view>

namespace examwright::extract {

/// Whether a page's text can be what is printed on it. False where its font gives no way to Unicode: unmapped
/// and private signs, letters shifted or read in a wrong encoding, vowel signs parted from their letters.
bool is_legible(std::string_view text);

}  // namespace examwright::extract
