// Flaws that single words and phrases betray, by the lists of the question's language; and
// the wrong language itself.
#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "core/language/word_lists.hpp"
#include "core/quality/flaws.hpp"
#include "core/quality/word_gap.hpp"
#include "core/text/phrase_set.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

/// The phrases of one language, ready to be looked for.
struct term_phrases {
    explicit term_phrases(const word_lists& lists)
        : term_phrases(
              lists, {{"@time", std::string(lists.times)}, {"@number", std::string(lists.small_numbers)}}) {}
    term_phrases(const word_lists& lists, const word_classes& classes)
        : absolute(lists.absolute_terms, lists.harmless_absolutes, classes),
          weak(lists.weak_absolutes, lists.harmless_absolutes, classes),
          vague(lists.vague_terms, lists.harmless_vague) {}

    phrase_set absolute, weak, vague;
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

/// Where a phrase stands in the text, in its own words.
flaw_words found_in(const text_words& text, const phrase_set& phrases) {
    const auto range = phrases.find_in(text.words);
    return range ? flaw_words(text.source_of(*range)) : std::nullopt;
}

/// Whether the word at `at` is a part of code, of a compound or of a name: "--all", "all-metal", "the All
/// Blacks".
bool is_part_of_another(const text_words& option, std::size_t at) {
    const bool is_first = at == 0, is_last = at + 1 == option.words.size();
    if (!is_first && option.source_of({at, 1}).data()[-1] == '-')
        return true;
    if (is_last)
        return false;
    const bool in_name = !is_first && is_capitalized(option, at) && is_capitalized(option, at + 1);
    return in_name || gap_before(option, at + 1) == "-";
}

/// Which absolute terms the key or the distractors have.
struct absolute_side {
    flaw_words strong;
    bool any = false;  // also such as only balance those of the other side

    static flaw_words strong_in(const text_words& option, const phrase_set& absolute) {
        for (auto range = absolute.find_in(option.words); range;
             range = absolute.find_in(option.words, range->first + range->count))
            if (!is_part_of_another(option, range->first))
                return std::string(option.source_of(*range));
        return std::nullopt;
    }

    void add(const text_words& option, const term_phrases& phrases) {
        // "None" by itself is an answer.
        auto found = option.words.size() > 1 ? strong_in(option, phrases.absolute) : std::nullopt;
        if (!found && option.words.size() > 1 && phrases.weak.begins(option.words) &&
            !is_part_of_another(option, 0))
            found = std::string(option.source_of({0, 1}));
        any = any || found || phrases.weak.find_in(option.words).has_value();
        if (found && !strong)
            strong = std::move(found);
    }
};

std::string without_quotes(std::string_view text) {
    static constexpr std::pair<std::string_view, std::string_view> quotes[] = {
        {"```", "```"}, {"`", "`"}, {"\"", "\""}, {"“", "”"}, {"„", "“"}, {"«", "»"}, {"‘", "’"}};
    std::string rest;
    for (std::size_t i = 0; i < text.size();) {
        const auto* quote = std::find_if(std::begin(quotes), std::end(quotes), [&](const auto& each) {
            return text.substr(i).starts_with(each.first);
        });
        const auto close =
            quote == std::end(quotes) ? text.npos : text.find(quote->second, i + quote->first.size());
        if (close != text.npos) {
            i = close + quote->second.size();
            rest += ' ';
        } else {
            rest += text[i++];
        }
    }
    return rest;
}

/// A line of a longer text that is indented, calls, assigns or ends a statement.
bool is_code_line(std::string_view line) {
    const auto call = line.find('(');
    return line.starts_with(' ') || line.starts_with('\t') || line.find_first_of("=;{}") != line.npos ||
           (call != line.npos && call > 0 && line[call - 1] != ' ');
}

bool is_code_word(std::string_view word) {
    const bool shouted = word.size() > 1 && std::none_of(word.begin(), word.end(), [](char c) {
                             return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z');
                         });
    return shouted || word.find_first_of("=;{}[]<>_\\()#", 1) != word.npos;
}

/// A text without what is quoted, code, and words in capital letters: the prose that tells its language.
std::string prose_of(std::string_view text) {
    const auto unquoted = without_quotes(text);
    const bool has_lines = unquoted.find('\n') != unquoted.npos;
    std::string prose;
    const auto add_words = [&](std::string_view line) {
        for (std::size_t i = 0; i < line.size();) {
            const auto end = std::min(line.find_first_of(" \t", i), line.size());
            if (const auto word = line.substr(i, end - i); !is_code_word(word))
                prose += std::string(word) + ' ';
            i = end + 1;
        }
    };
    for (std::size_t begin = 0; begin < unquoted.size();) {
        const auto end = std::min(unquoted.find('\n', begin), unquoted.size());
        const auto line = std::string_view(unquoted).substr(begin, end - begin);
        if (!has_lines || !is_code_line(line))
            add_words(line);
        begin = end + 1;
    }
    return prose;
}

}  // namespace

flaw_words find_absolute_terms(const question_text& text) {
    const auto* phrases = phrases_of(text.spoken);
    if (!phrases)
        return std::nullopt;
    absolute_side key, distractors;
    for (std::size_t i = 0; i < text.options.size(); ++i)
        if (!refers_to_others(text, i))
            (i == text.content.correct ? key : distractors).add(text.options[i], *phrases);
    if (distractors.strong && !key.any)
        return distractors.strong;
    return key.strong && !distractors.any ? key.strong : std::nullopt;
}

flaw_words find_vague_terms(const question_text& text) {
    const auto* phrases = phrases_of(text.spoken);
    if (!phrases)
        return std::nullopt;
    constexpr std::size_t longest = 12;  // words; a longer option is qualified by more than this one
    for (const auto& option : text.options)
        if (auto vague = found_in(option, phrases->vague);
            vague && option.words.size() <= longest && !phrases->absolute.find_in(option.words) &&
            std::none_of(option.words.begin(), option.words.end(), has_digit))
            return vague;
    return std::nullopt;
}

flaw_words find_wrong_language(const question_text& text) {
    const auto stem = prose_of(text.content.stem), explanation = prose_of(text.content.explanation);
    auto right = text.expected;
    if (const auto own = guess_language(stem); right == language::unknown && own.certain)
        right = own.value;
    if (right == language::unknown)
        return std::nullopt;
    for (const auto& part : {stem, explanation})
        if (const auto guess = guess_language(part);
            guess.certain && guess.value != right &&
            guess_language(text.content.source_quote).value != guess.value) {
            constexpr std::size_t longest = 60;  // bytes
            return part.substr(0, part.size() > longest ? code_point_start(part, longest) : part.size());
        }
    return std::nullopt;
}

}  // namespace examwright
