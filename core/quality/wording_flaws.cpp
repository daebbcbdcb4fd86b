// Flaws that single words and phrases betray, by the lists of the question's language; and
// the wrong language itself.
#include <algorithm>
#include <map>

#include "core/language/word_lists.hpp"
#include "core/quality/flaws.hpp"
#include "core/text/phrase_set.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

/// The phrases of one language, ready to be looked for.
struct term_phrases {
    explicit term_phrases(const word_lists& lists)
        : absolute(lists.absolute_terms, lists.harmless_absolutes),
          vague(lists.vague_terms, lists.harmless_vague),
          negative(lists.negations, lists.harmless_negations),
          source(lists.source_speak, lists.harmless_source_speak) {}

    phrase_set absolute, vague, negative, source;
};

const std::map<language, term_phrases>& all_phrases() {
    static const auto all = [] {
        std::map<language, term_phrases> phrases;
        for (auto each : {language::english, language::german, language::french, language::spanish,
                          language::portuguese, language::hindi})
            phrases.try_emplace(each, *words_of(each));
        return phrases;
    }();
    return all;
}

const term_phrases* phrases_of(language spoken) {
    const auto found = all_phrases().find(spoken);
    return found == all_phrases().end() ? nullptr : &found->second;
}

bool points_at_source(const question_text& text, const term_phrases& phrases) {
    return phrases.source.found_in(text.stem.words) ||
           std::any_of(text.options.begin(), text.options.end(),
                       [&](const text_words& option) { return phrases.source.found_in(option.words); });
}

}  // namespace

bool has_negative_stem(const question_text& text) {
    const auto* phrases = phrases_of(text.spoken);
    return phrases && phrases->negative.found_in(text.stem.words);
}

bool has_absolute_terms(const question_text& text) {
    const auto* phrases = phrases_of(text.spoken);
    if (!phrases)
        return false;
    bool in_key = false, in_distractor = false;
    for (std::size_t i = 0; i < text.options.size(); ++i)
        if (phrases->absolute.found_in(text.options[i].words))
            (i == text.content.correct ? in_key : in_distractor) = true;
    return in_key != in_distractor;
}

bool has_vague_terms(const question_text& text) {
    const auto* phrases = phrases_of(text.spoken);
    return phrases && std::any_of(text.options.begin(), text.options.end(), [&](const text_words& option) {
               return phrases->vague.found_in(option.words) && !phrases->absolute.found_in(option.words) &&
                      std::none_of(option.words.begin(), option.words.end(), has_digit);
           });
}

bool has_source_speak(const question_text& text) {
    if (text.spoken != language::unknown) {
        const auto* phrases = phrases_of(text.spoken);
        return phrases && points_at_source(text, *phrases);
    }
    // Too short to tell its language; these phrases do.
    return std::any_of(all_phrases().begin(), all_phrases().end(),
                       [&](const auto& each) { return points_at_source(text, each.second); });
}

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
