#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/language/language.hpp"
#include "core/offline/cloze_text.hpp"
#include "core/offline/german_gender.hpp"

namespace examwright {

/// What the words around a noun tell of it.
struct noun_context {
    unsigned forms = any_noun_form;
    bool led = false;   // an article or another determiner stands right before it
    bool bare = false;  // a preposition or a conjunction does, or nothing
};

/// Of the noun that the tokens from `first` to `last` are.
noun_context read_noun_context(language spoken, const std::vector<cloze_token>& tokens, std::size_t first,
                               std::size_t last);

/// "the", "une", "jeder", "l'": tells that a noun follows, and often its gender and number.
bool is_determiner(language spoken, const std::string& folded);

/// Whether the language's articles and adjectives agree with their noun.
bool has_agreeing_articles(language spoken);

}  // namespace examwright
