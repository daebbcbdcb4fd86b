#pragma once

#include <string_view>

namespace examwright {

/// What a German noun can be, as bits: three genders, the plural, and a genitive that ends in "s".
enum german_form : unsigned {
    masculine = 1,
    feminine = 2,
    neuter = 4,
    plural = 8,
    genitive = 16,
    any_german_form = 15,  // but for a genitive, whose article is always near
};

/// A noun and the words around it, folded; empty where there is none.
struct german_noun {
    std::string_view before_article, article, noun, behind;
};

/// What its article and its neighbours leave of a noun's forms.
unsigned german_forms_of(const german_noun& noun);

}  // namespace examwright
