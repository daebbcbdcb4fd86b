#include "core/quality/specific_words.hpp"

#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {

std::set<std::string> specific_words(std::string_view text, language spoken) {
    std::set<std::string> found;
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size();) {
        while (i < text.size() && !is_word_part(decode_at(text, i).value))
            i += decode_at(text, i).length;
        const auto begin = i;
        while (i < text.size() && is_word_part(decode_at(text, i).value))
            i += decode_at(text, i).length;
        const auto word = text.substr(begin, i - begin);
        if (word.empty())
            break;
        const bool capital = count++ > 0 && spoken != language::german && is_upper(decode_at(word, 0).value);
        if (capital || has_digit(word) || word.size() == 1)
            found.insert(casefold(word));
    }
    return found;
}

}  // namespace examwright
