#pragma once

#include <string_view>

namespace examwright::extract {

/// How much a text, decoded from an encoding that is only guessed, reads like one: from 0 (none) to 1. Looks
/// at what isn't ASCII: letters of one script, none of them capital within a word or beside a sign that
/// stands in no word, and as often as its languages have them.
double plausibility(std::string_view text);

/// Whether all letters of a Latin text that aren't ASCII belong to the alphabet of one language.
bool is_one_alphabet(std::string_view text);

}  // namespace examwright::extract
