#pragma once

namespace examwright::extract {

/// The character that a code of the font Symbol shows (0x61 is alpha); of the fonts Wingdings and Webdings, a
/// bullet or an arrow; 0 for one that is not known. The codes may be moved to U+F000, as Word has them.
char32_t symbol_character(bool is_symbol_font, char32_t code);

}  // namespace examwright::extract
