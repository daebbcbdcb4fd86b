#pragma once

#include <array>
#include <string_view>

namespace examwright::extract::rtf_words {

using namespace std::string_view_literals;

/// Destinations whose text is none of the document's.
inline constexpr std::array left_out_destinations = {
    "colortbl"sv,  "stylesheet"sv, "info"sv,    "pict"sv,       "header"sv,   "headerl"sv,   "headerr"sv,
    "headerf"sv,   "footer"sv,     "footerl"sv, "footerr"sv,    "footerf"sv,  "fldinst"sv,   "listtext"sv,
    "pntext"sv,    "object"sv,     "xe"sv,      "tc"sv,         "rxe"sv,      "txe"sv,       "annotation"sv,
    "atnid"sv,     "atnauthor"sv,  "objdata"sv, "nonshppict"sv, "sp"sv,       "filetbl"sv,   "revtbl"sv,
    "listtable"sv, "ftnsep"sv,     "ftnsepc"sv, "aftnsep"sv,    "aftnsepc"sv, "themedata"sv, "datastore"sv,
    "falt"sv,      "panose"sv,     "private"sv};
// Behind "\*", which else means that a reader may leave it out.
inline constexpr std::array kept_stars = {"shpinst"sv, "ud"sv, "footnote"sv};

/// Control words that stand for a character.
struct named_character {
    std::string_view word;
    std::string_view text;
};
inline constexpr std::array named_characters = {
    named_character{"tab", " "},      named_character{"line", "\n"},     named_character{"emdash", "—"},
    named_character{"endash", "–"},   named_character{"bullet", "•"},    named_character{"lquote", "‘"},
    named_character{"rquote", "’"},   named_character{"ldblquote", "“"}, named_character{"rdblquote", "”"},
    named_character{"emspace", " "},  named_character{"enspace", " "},   named_character{"qmspace", " "},
    named_character{"softline", " "}, named_character{"softcol", " "}};

}  // namespace examwright::extract::rtf_words
