#include "core/language/word_lists.hpp"

namespace examwright {

const word_lists* words_of(language spoken) {
    switch (spoken) {
        case language::english: return &english_words;
        case language::german: return &german_words;
        case language::french: return &french_words;
        case language::spanish: return &spanish_words;
        case language::portuguese: return &portuguese_words;
        case language::hindi: return &hindi_words;
        case language::unknown:
        case language::other_script: break;
    }
    return nullptr;
}

}  // namespace examwright
