#pragma once

#include <string_view>

namespace examwright {

/// What a noun can be, as bits: three genders, the plural (of Romance languages the masculine one, beside the
/// feminine one), and a German genitive that ends in "s".
enum noun_form : unsigned {
    masculine = 1,
    feminine = 2,
    neuter = 4,
    plural = 8,
    feminine_plural = 16,
    genitive = 32,
    any_noun_form = 31,  // but for a genitive, whose article is always near
};

/// A German noun and the words around it, folded; empty where there is none.
struct german_noun {
    std::string_view before_article, article, adjective, noun, behind;
    bool opens = false;        // the article begins the sentence
    bool behind_noun = false;  // the article follows a noun
};

/// What its article and its neighbours leave of a noun's forms.
unsigned german_forms_of(const german_noun& noun);

/// "der", "eine", "zum", "jeder", "ihre".
bool is_german_determiner(std::string_view folded);

}  // namespace examwright
