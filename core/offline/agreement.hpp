#pragma once

#include "core/offline/cloze_material.hpp"

namespace examwright {

/// Whether the grammar around the blank at `place` allows `other` as it allows the key: its gender and number
/// behind an article or an adjective, a vowel behind "an" or "l'", a word that can do without an article
/// where there is none.
bool agrees(const cloze_term& key, const cloze_term& other, const term_place& place);

}  // namespace examwright
