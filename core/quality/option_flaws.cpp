// What the options show by themselves and beside the stem: duplicates, lengths, numbers, their count, words
// that only the key shares with the stem.
#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>

#include "core/language/content_words.hpp"
#include "core/language/quantity.hpp"
#include "core/language/word_lists.hpp"
#include "core/quality/flaws.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {

bool has_duplicate_options(const question_text& text) {
    std::set<std::string_view> seen;
    return std::any_of(text.options.begin(), text.options.end(),
                       [&](const text_words& option) { return !seen.insert(option.text).second; });
}

bool longest_is_right(const question_text& text) {
    const auto& question = text.content;
    const auto& key = question.options.at(question.correct);
    std::size_t second = 0;
    for (std::size_t i = 0; i < question.options.size(); ++i)
        if (i != question.correct)
            second = std::max(second, count_characters(question.options[i]));
    return count_words(key) >= 4 && second * 4 < count_characters(key) * 3;
}

bool has_numeric_disorder(const question_text& text) {
    const auto values = read_quantities(text.content.options, text.spoken);
    return values && !std::is_sorted(values->begin(), values->end());
}

bool is_not_a_choice(const question_text& text) {
    static constexpr std::string_view blanks[] = {"blank", "fill in the blank", "fill in the blank _",
                                                  "complete the sentence _"};
    const auto& stem = text.content.stem;
    if (text.options.size() < 3 ||
        std::find(std::begin(blanks), std::end(blanks), text.stem.text) != std::end(blanks))
        return true;
    for (std::size_t i = 0; i < stem.size();) {
        const auto next = decode_at(stem, i);
        if (is_word_part(next.value) || is_math_or_currency(next.value))
            return false;
        i += next.length;
    }
    return true;
}

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
