#include <algorithm>
#include <iterator>
#include <string>

#include "core/checks.hpp"
#include "core/flaws.hpp"
#include "core/unicode.hpp"
#include "core/words.hpp"

namespace examwright {
namespace {

/// As comparable() writes them. Each stands for the other options when it starts an option.
constexpr std::string_view phrases[] = {
    "all of the above",
    "all the above",
    "none of the above",
    "any of the above",
    "all of these",
    "none of these",
    "all of the other",
    "none of the other",
    "all above",
    "none above",
    "all are correct",
    "all answers are correct",
    "all options are correct",
    "neither of the above",
    "both of the above",
    "todas las anteriores",
    "ninguna de las anteriores",
    "todas las respuestas",
    "ninguna de las respuestas",
    "toutes les réponses",
    "aucune de ces réponses",
    "aucune des réponses",
    "tout ce qui précède",
    "alle genannten",
    "keine der genannten",
    "alle der genannten",
    "alle antworten",
    "keine der antworten",
    "keine der oben genannten",
    "alle oben genannten",
    "todas as anteriores",
    "nenhuma das anteriores",
    "以上都是",
    "以上皆是",
    "以上都不是",
    "以上皆非",
    "以上全部",
    "उपरोक्त सभी",
    "उपर्युक्त सभी",
    "इनमें से कोई नहीं",
};

constexpr std::string_view joining_words[] = {"both",    "either", "neither", "option", "options", "answer",
                                              "answers", "choice", "choices", "and",    "or",      "nor",
                                              "&",       "only",   "are",     "correct"};

bool is_capital_letter(std::string_view word) {
    return word.size() == 1 && word[0] >= 'A' && word[0] <= 'E';
}

/// "Both A and B", "A, C and D", "Options B or C only": two letters of options and nothing but joining words.
bool joins_letters(std::string_view option) {
    std::string plain(option);
    std::replace_if(
        plain.begin(), plain.end(), [](char c) { return c == ',' || c == '.' || c == '(' || c == ')'; }, ' ');
    int letters = 0;
    for (const auto word : split_words(plain)) {
        const auto folded = casefold(word);
        if (is_capital_letter(word))
            ++letters;
        else if (std::find(std::begin(joining_words), std::end(joining_words), folded) ==
                 std::end(joining_words))
            return false;
    }
    return letters >= 2;
}

}  // namespace

bool refers_to_options(const mcq& question) {
    const auto is_phrase = [](const std::string& option) {
        const auto text = comparable(option);
        return std::any_of(std::begin(phrases), std::end(phrases),
                           [&](std::string_view phrase) { return text.starts_with(comparable(phrase)); });
    };
    if (std::any_of(question.options.begin(), question.options.end(), is_phrase))
        return true;
    // Beside an option "A", "A and B" speaks of the subject: blood groups, sets, vitamins.
    const auto is_letter_itself = [](const std::string& option) {
        return is_capital_letter(trimmed(option));
    };
    return std::none_of(question.options.begin(), question.options.end(), is_letter_itself) &&
           std::any_of(question.options.begin(), question.options.end(), joins_letters);
}

}  // namespace examwright
