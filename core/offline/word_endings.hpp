#pragma once

#include <string_view>

#include "core/language/language.hpp"

namespace examwright {

/// A verb in a form that no noun has: "llegó", "chegaram", "tombèrent".
bool is_finite_verb(language spoken, std::string_view folded);

/// May be a verb ("chegar", "choosing"), and is a noun for sure behind an article alone.
bool is_noun_behind_article_only(language spoken, std::string_view folded);

/// A participle, an adverb or an adjective by its ending: "called", "stateful", "largest".
bool is_other_than_noun(std::string_view folded);

}  // namespace examwright
