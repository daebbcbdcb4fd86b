#pragma once

#include <string>
#include <string_view>

namespace examwright::extract {

/// Text as a reader wants it: valid UTF-8, lines ended by \n, no control or invisible characters (direction
/// marks, soft hyphens) but the form feeds that part pages, plain spaces, never two of them within a line nor
/// two empty lines together, ligatures spelled out.
std::string clean_text(std::string_view text);

/// The same for one block, which has no form feeds and no blank lines at its ends. Of code the blanks within
/// and before its lines stay.
std::string clean_block(std::string_view text, bool is_code);

}  // namespace examwright::extract
