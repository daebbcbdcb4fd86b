#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/language/language.hpp"
#include "core/language/stemmer.hpp"

namespace examwright {

/// Whether a folded word belongs to the frame of a question and not to its subject: a stop word, or a word
/// such as "following" or "describes".
bool is_frame_word(language spoken, std::string_view folded);

/// Whether a folded word stands for the subject: 4 letters or more and no frame word. Every long word of a
/// language without lists counts as one.
bool is_content_word(language spoken, std::string_view folded);

/// The content words of a text, each with how it stands there. Apostrophes and hyphens part words: "l'eau"
/// holds "eau", "multi-agent" holds "agent". Three capital letters count as one: "DNA".
struct content_word {
    stemmed_word word;
    std::string_view source;
};
std::vector<content_word> content_words_of(language spoken, std::string_view text);

}  // namespace examwright
