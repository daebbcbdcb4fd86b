#pragma once

#include <cstddef>
#include <vector>

#include "core/language/language.hpp"
#include "core/offline/cloze_text.hpp"

namespace examwright {

/// What the words beside a word tell of it.
struct word_role {
    bool noun = false;     // it is a noun for sure
    bool askable = false;  // nothing here speaks against a noun
    bool acts = false;     // it is who does something, which Hindi marks
};

/// Of token i, which has no capital or begins its sentence. `behind_pronoun`: what stands before it may be
/// the object of a verb: "Virchow la compléta".
word_role read_word_role(language spoken, const std::vector<cloze_token>& tokens, std::size_t i,
                         bool behind_pronoun);

}  // namespace examwright
