#pragma once

#include <string_view>

#include "core/language/language.hpp"

namespace examwright {

/// Whether two folded words are forms of one, told by how they begin: "cell" and "cells", "divide" and
/// "divided", but not "form" and "formula". Never for words under 4 letters.
bool same_root(std::string_view left, std::string_view right);

/// Whether a folded word stands for the subject: 4 letters or more, no stop word and no word that questions
/// are made of. A word of a language without lists is taken for one.
bool is_content_word(language spoken, std::string_view folded);

}  // namespace examwright
