#include "core/quality/family_text.hpp"

#include <algorithm>
#include <string>

#include "core/language/content_words.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

/// A word of the text, or a letter of a script without spaces. Empty at the text's end.
std::string_view next_word(std::string_view text, std::size_t from) {
    const auto is_part = [&](std::size_t at) { return is_word_part(decode_at(text, at).value); };
    while (from < text.size() && !is_part(from))
        from += decode_at(text, from).length;
    auto end = from;
    while (end < text.size() && is_part(end)) {
        const auto letter = decode_at(text, end);
        if (is_unspaced(letter.value)) {
            end = end == from ? end + letter.length : end;
            break;
        }
        end += letter.length;
    }
    return text.substr(from, end - from);
}

/// "Li", "DNA", "CO2": of the subject, though they are short.
bool is_short_name(std::string_view word, std::string_view folded, language spoken) {
    if (count_characters(word) < 2 || is_frame_word(spoken, folded))
        return false;
    const bool letters = is_letter(decode_at(word, 0).value);
    return letters && (is_upper(decode_at(word, 0).value) || has_digit(word));
}

bool is_article(std::string_view folded) {
    static constexpr std::string_view articles[] = {
        "a", "an", "the", "der", "die", "das", "den", "dem", "des", "ein", "le", "la", "les",
        "l", "un", "une", "el",  "los", "las", "una", "o",   "os",  "as",  "um", "uma"};
    return is_among(folded, articles);
}

}  // namespace

family_text family_text_of(std::string_view text, language spoken, word_families& families) {
    family_text found;
    std::string_view before;
    for (auto word = next_word(text, 0); !word.empty();) {
        const auto begin = static_cast<std::size_t>(word.data() - text.data());
        const auto folded = casefold(word);
        family_text::word added{families.of(spoken, folded)};
        added.unspaced = is_unspaced(decode_at(word, 0).value);
        if (added.unspaced) {
            added.telling = !is_mark(decode_at(word, 0).value);
            if (!before.empty() && before.data() + before.size() == word.data())
                found.subject.push_back(
                    families.of(spoken, text.substr(begin - before.size(), before.size() + word.size())));
            before = word;
        } else {
            added.telling = is_content_word(spoken, folded) || is_short_name(word, folded, spoken);
            added.named = !found.words.empty() && spoken != language::german && added.telling &&
                          is_upper(decode_at(word, 0).value);
            if (added.telling)
                found.subject.push_back(added.family);
            before = {};
        }
        found.words.push_back(added);
        word = next_word(text, begin + word.size());
    }
    std::sort(found.subject.begin(), found.subject.end());
    found.subject.erase(std::unique(found.subject.begin(), found.subject.end()), found.subject.end());
    return found;
}

family_text family_text_of_option(std::string_view option, language spoken, word_families& families) {
    const auto first = next_word(option, 0);
    const auto rest = option.substr(static_cast<std::size_t>(first.data() - option.data()) + first.size());
    const bool article = !first.empty() && is_article(casefold(first)) && !next_word(rest, 0).empty();
    return family_text_of(article ? rest : option, spoken, families);
}

}  // namespace examwright
