#include <algorithm>
#include <set>
#include <string>

#include "core/language/content_words.hpp"
#include "core/language/word_lists.hpp"
#include "core/quality/flaws.hpp"
#include "core/quality/rejection.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {

bool has_clang_cue(const question_text& text) {
    if (!words_of(text.spoken))
        return false;
    const auto echoes = [&](std::string_view word, std::size_t option) {
        const auto& words = text.options[option].words;
        return std::any_of(words.begin(), words.end(),
                           [&](std::string_view other) { return same_root(word, other); });
    };
    const auto gives_away = [&](std::string_view word) {
        if (!is_content_word(text.spoken, word) || !echoes(word, text.content.correct))
            return false;
        for (std::size_t i = 0; i < text.options.size(); ++i)
            if (i != text.content.correct && echoes(word, i))
                return false;
        return true;
    };
    return std::any_of(text.stem.words.begin(), text.stem.words.end(), gives_away);
}

}  // namespace examwright
