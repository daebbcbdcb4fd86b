#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/language/word_families.hpp"

namespace examwright {

/// A text as the families of its words, so that texts can be compared whatever the forms of their words. Of a
/// script without spaces each letter is a word, and each two neighbours stand for what the text is about.
struct family_text {
    struct word {
        std::uint32_t family = 0;
        bool telling = false;  // it carries a subject: a content word, a name, letters with digits
        bool named = false;    // capitalised within the text, where capitals mark names
        bool unspaced = false;
    };
    std::vector<word> words;
    std::vector<std::uint32_t> subject;  // sorted, each once
};

family_text family_text_of(std::string_view text, language spoken, word_families& families);

/// An option without the article at its start.
family_text family_text_of_option(std::string_view option, language spoken, word_families& families);

}  // namespace examwright
