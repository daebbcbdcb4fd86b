// What the options show by themselves: duplicates, lengths, numbers, their count.
#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>

#include "core/document/document_text.hpp"
#include "core/language/quantity.hpp"
#include "core/quality/flaws.hpp"
#include "core/text/unicode.hpp"

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

}  // namespace examwright
