// What the options show by themselves and beside the stem: duplicates, lengths, numbers, their count, words
// that only the key shares with the stem.
#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/content_words.hpp"
#include "core/language/quantity.hpp"
#include "core/language/stemmer.hpp"
#include "core/language/word_lists.hpp"
#include "core/quality/flaws.hpp"
#include "core/question/same_option.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

/// The options in one line, each shortened.
std::string listed(const std::vector<std::string>& options) {
    constexpr std::size_t longest = 40;  // bytes
    std::string line;
    for (const auto& option : options) {
        const auto length = option.size() > longest ? code_point_start(option, longest) : option.size();
        line += (line.empty() ? "" : ", ") + option.substr(0, length);
    }
    return line;
}

/// Whether one of the words has the stem within: "misclassified" has that of "classification".
bool has_within(const std::vector<content_word>& words, const std::string& stem) {
    constexpr std::size_t shortest = 5;  // bytes
    return stem.size() >= shortest && std::any_of(words.begin(), words.end(), [&](const content_word& each) {
               return each.word.folded.find(stem) != std::string::npos;
           });
}

/// Whether a word is a compound or a derivation of the one that a long stem is of: "Diamantstaub" of
/// "Diamanten".
bool begins_with_stem(const stemmed_word& word, const std::string& stem) {
    constexpr std::size_t shortest = 6;  // letters
    return count_characters(stem) >= shortest && word.folded.starts_with(stem);
}

}  // namespace

flaw_words find_duplicate_options(const question_text& text) {
    const auto& options = text.content.options;
    for (std::size_t i = 0; i < options.size(); ++i)
        for (std::size_t other = 0; other < i; ++other)
            if (is_same_option(options[i], options[other]))
                return options[i];
    return std::nullopt;
}

flaw_words find_longest_is_right(const question_text& text) {
    const auto& question = text.content;
    const auto& key = question.options.at(question.correct);
    std::size_t second = 0;
    for (std::size_t i = 0; i < question.options.size(); ++i)
        if (i != question.correct)
            second = std::max(second, count_characters(question.options[i]));
    const bool far_longer = second * 4 < count_characters(key) * 3;
    return count_words(key) >= 4 && far_longer ? flaw_words(key) : std::nullopt;
}

flaw_words find_numeric_disorder(const question_text& text) {
    const auto values = read_quantities(text.content.options, text.spoken);
    const bool disorder = values && !std::is_sorted(values->begin(), values->end());
    return disorder ? flaw_words(listed(text.content.options)) : std::nullopt;
}

flaw_words find_no_choice(const question_text& text) {
    static constexpr std::string_view blanks[] = {"blank", "fill in the blank", "fill in the blank _",
                                                  "complete the sentence _"};
    const auto& stem = text.content.stem;
    if (text.options.size() < 3)
        return listed(text.content.options);
    if (std::find(std::begin(blanks), std::end(blanks), text.stem.text) != std::end(blanks))
        return stem;
    for (std::size_t i = 0; i < stem.size();) {
        const auto next = decode_at(stem, i);
        if (is_word_part(next.value) || is_math_or_currency(next.value))
            return std::nullopt;
        i += next.length;
    }
    return stem;
}

flaw_words find_clang_cue(const question_text& text) {
    if (!words_of(text.spoken))
        return std::nullopt;
    const auto stem = content_words_of(text.spoken, text.content.stem);
    std::vector<std::vector<content_word>> options;
    for (const auto& option : text.content.options)
        options.push_back(content_words_of(text.spoken, option));
    const auto echo_in = [&](const content_word& word, std::size_t option) {
        const auto& words = options[option];
        return std::find_if(words.begin(), words.end(), [&](const content_word& other) {
            return same_word_family(text.spoken, word.word, other.word) ||
                   begins_with_stem(other.word, word.word.stem);
        });
    };
    const auto key = text.content.correct;
    const auto holds = [&](const content_word& word, std::size_t option) {
        return echo_in(word, option) != options[option].end() ||
               (option != key && has_within(options[option], word.word.stem));
    };
    flaw_words cue;
    std::vector<bool> echoes(options.size(), false);        // a word of the stem that not every option has
    std::vector<bool> echoes_alone(options.size(), false);  // one that the key has not
    for (const auto& word : stem) {
        if (text.subject && text.subject->has(text.spoken, word.word))
            continue;
        std::vector<std::size_t> holders;
        for (std::size_t i = 0; i < options.size(); ++i)
            if (holds(word, i))
                holders.push_back(i);
        const bool in_key = std::find(holders.begin(), holders.end(), key) != holders.end();
        if (holders.size() == options.size())
            continue;
        for (const auto i : holders) {
            echoes[i] = true;
            echoes_alone[i] = echoes_alone[i] || !in_key;
        }
        if (in_key && holders.size() == 1 && !cue)
            cue = std::string(echo_in(word, key)->source);
    }
    // Where each option takes up a word of the stem, that of the key tells nothing.
    const auto count = [](const std::vector<bool>& marks) {
        return static_cast<std::size_t>(std::count(marks.begin(), marks.end(), true));
    };
    const bool balanced = count(echoes) == options.size() && count(echoes_alone) * 2 >= options.size();
    return balanced ? std::nullopt : cue;
}

}  // namespace examwright
