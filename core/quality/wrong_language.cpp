#include "core/quality/flaws.hpp"

namespace examwright {

bool is_in_wrong_language(const question_text& text) {
    const language_votes stem(text.stem.words), explanation(text.explanation.words);
    language_votes options;
    for (const auto& option : text.options)
        options += language_votes(option.words);
    auto right = text.expected;
    if (right == language::unknown && stem.guess().certain)
        right = stem.guess().value;
    if (right == language::unknown)
        return false;
    const auto is_wrong = [&](const language_votes& part) {
        const auto guess = part.guess();
        return guess.certain && guess.value != right &&
               guess_language(text.content.source_quote).value != guess.value;
    };
    language_votes asked = stem;
    asked += options;
    return is_wrong(stem) || is_wrong(options) || is_wrong(explanation) || is_wrong(asked);
}

}  // namespace examwright
