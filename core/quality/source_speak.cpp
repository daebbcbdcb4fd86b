// Stems and options that point at a lesson, passage, figure or page: by the phrases of their language, and by
// any definite mention of what only a reader of the material knows ("the passage", "the lesson's gate").
#include <algorithm>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/language/stemmer.hpp"
#include "core/language/word_lists.hpp"
#include "core/quality/flaws.hpp"
#include "core/text/normalize.hpp"
#include "core/text/phrase_set.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

class spaced_words {
  public:
    explicit spaced_words(std::string_view list) : text_(normalized(list)) {
        const auto words = split_words(text_);
        words_.insert(words.begin(), words.end());
    }
    spaced_words(const spaced_words&) = delete;
    spaced_words& operator=(const spaced_words&) = delete;

    bool has(std::string_view word) const { return words_.contains(word); }

  private:
    std::string text_;
    std::unordered_set<std::string_view> words_;
};

/// How one language points at its material.
struct source_words {
    explicit source_words(language of, const word_lists& lists)
        : spoken(of),
          phrases(lists.source_speak, lists.harmless_source_speak),
          harmless(lists.harmless_source_speak),
          nouns(lists.source_nouns),
          pointing(lists.pointing),
          complements(lists.source_complements),
          introducing(lists.introducing) {}

    language spoken;
    phrase_set phrases, harmless;
    spaced_words nouns, pointing, complements, introducing;
};

using folded_words = std::vector<std::string_view>;

folded_words words_from(const folded_words& words, std::size_t begin) {
    return {words.begin() + static_cast<std::ptrdiff_t>(begin), words.end()};
}

/// Whether the word at `at` stands right behind the one before it and begins with a capital: a name.
bool is_name_at(const text_words& text, std::size_t at) {
    const auto before = text.source_of({at - 1, 1});
    const auto word = text.source_of({at, 1});
    const auto* end = before.data() + before.size();
    const bool adjoins = word.data() - end == 1 && *end == ' ';
    return adjoins && is_upper(decode_at(word, 0).value) && before.find_first_of("'’") == before.npos;
}

/// Whether the words at `at` mention a source and nothing behind them says that it is another.
bool is_mention_at(const text_words& text, std::size_t at, const source_words& source) {
    const auto& words = text.words;
    if (at + 1 >= words.size() || !source.pointing.has(words[at]) || !source.nouns.has(words[at + 1]) ||
        source.harmless.begins(words_from(words, at)))
        return false;
    const auto next = at + 2;
    return next == words.size() ||
           (!source.complements.has(words[next]) && !has_digit(words[next]) && !is_name_at(text, next));
}

std::optional<word_range> mention_in(const text_words& text, std::size_t from, const source_words& source) {
    for (auto at = from; at < text.words.size(); ++at)
        if (is_mention_at(text, at, source))
            return word_range{at, 2};
    return std::nullopt;
}

/// Whether a stem brings a thing in by itself, within its first `end` words: "a transcript" makes "the
/// transcript" one of its own. Adjectives may stand between.
bool brings_in(const text_words& stem, std::size_t end, std::string_view thing, const source_words& source) {
    constexpr std::size_t farthest = 4;  // words behind the article
    const stemmed_word named(source.spoken, thing);
    for (std::size_t i = 0; i < end; ++i) {
        if (!source.introducing.has(stem.words[i]))
            continue;
        for (auto j = i + 1; j < std::min(end, i + 1 + farthest); ++j) {
            if (is_stop_word(source.spoken, stem.words[j]))
                break;
            if (same_word_family(source.spoken, {source.spoken, stem.words[j]}, named))
                return true;
        }
    }
    return false;
}

/// The first words of the text that point at a source.
flaw_words source_in(const text_words& text, const text_words& stem, const source_words& source) {
    for (std::size_t from = 0; from < text.words.size();) {
        auto phrase = source.phrases.find_in(words_from(text.words, from));
        if (phrase)
            phrase->first += from;
        const auto mention = mention_in(text, from, source);
        if (!phrase && !mention)
            return std::nullopt;
        const auto range = phrase && (!mention || phrase->first <= mention->first) ? *phrase : *mention;
        const auto end = &text == &stem ? range.first : stem.words.size();
        bool own = false;
        for (auto i = range.first; i < range.first + range.count; ++i)
            own = own || (!is_stop_word(source.spoken, text.words[i]) &&
                          brings_in(stem, end, text.words[i], source));
        if (!own)
            return std::string(text.source_of(range));
        from = range.first + range.count;
    }
    return std::nullopt;
}

flaw_words source_in(const question_text& text, const source_words& source) {
    if (auto found = source_in(text.stem, text.stem, source))
        return found;
    for (const auto& option : text.options)
        if (auto found = source_in(option, text.stem, source))
            return found;
    return std::nullopt;
}

const std::map<language, source_words>& all_source_words() {
    static const auto all = [] {
        std::map<language, source_words> words;
        for (auto each : {language::english, language::german, language::french, language::spanish,
                          language::portuguese, language::hindi})
            words.try_emplace(each, each, *words_of(each));
        return words;
    }();
    return all;
}

}  // namespace

flaw_words find_source_speak(const question_text& text) {
    const auto& all = all_source_words();
    if (text.spoken != language::unknown) {
        const auto found = all.find(text.spoken);
        return found == all.end() ? std::nullopt : source_in(text, found->second);
    }
    // Too short to tell its language; these phrases do.
    for (const auto& [spoken, words] : all)
        if (auto found = source_in(text, words))
            return found;
    return std::nullopt;
}

}  // namespace examwright
