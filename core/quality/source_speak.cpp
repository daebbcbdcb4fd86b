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
#include "core/quality/word_gap.hpp"
#include "core/text/normalize.hpp"
#include "core/text/phrase_set.hpp"
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

word_classes classes_of(const word_lists& lists) {
    return {{"@source", std::string(lists.source_nouns) + " " + std::string(lists.source_media)},
            {"@medium", std::string(lists.source_media)},
            {"@nth", std::string(lists.source_ordinals)},
            {"@tells", std::string(lists.source_verbs)},
            {"@told", std::string(lists.source_participles)}};
}

/// How one language points at its material.
struct source_words {
    source_words(language of, const word_lists& lists) : source_words(of, lists, classes_of(lists)) {}
    source_words(language of, const word_lists& lists, const word_classes& classes)
        : spoken(of),
          phrases(lists.source_speak, lists.harmless_source_speak, classes),
          places(lists.source_places, lists.harmless_source_speak, classes),
          harmless(lists.harmless_source_speak, {}, classes),
          nouns(lists.source_nouns),
          media(lists.source_media),
          pointing(lists.pointing),
          complements(lists.source_complements),
          introducing(lists.introducing) {}

    language spoken;
    phrase_set phrases, places, harmless;
    spaced_words nouns, media, pointing, complements, introducing;
};

using folded_words = std::vector<std::string_view>;

folded_words words_from(const folded_words& words, std::size_t begin) {
    return {words.begin() + static_cast<std::ptrdiff_t>(begin), words.end()};
}

/// Whether the word at `at` stands right behind the one before it and begins with a capital: a name.
bool is_name_at(const text_words& text, std::size_t at) {
    const auto before = text.source_of({at - 1, 1});
    return gap_before(text, at) == " " && is_capitalized(text, at) && !before.ends_with("'s") &&
           !before.ends_with("’s");
}

/// Whether the word that begins at `next` makes the noun before it another than the material: Article 5, the
/// author Leo Tolstoy.
bool names_another(const text_words& text, std::size_t next) {
    return next < text.words.size() && (has_digit(text.words[next]) || is_name_at(text, next));
}

/// Whether the words at `at` mention a source and nothing behind them says that it is another.
bool is_mention_at(const text_words& text, std::size_t at, const source_words& source) {
    const auto& words = text.words;
    if (at + 1 >= words.size() || !source.pointing.has(words[at]) || !source.nouns.has(words[at + 1]) ||
        source.harmless.begins(words_from(words, at)))
        return false;
    const auto next = at + 2;
    return next == words.size() || (!source.complements.has(words[next]) && !names_another(text, next));
}

std::optional<word_range> mention_in(const text_words& text, std::size_t from, const source_words& source) {
    for (auto at = from; at < text.words.size(); ++at)
        if (is_mention_at(text, at, source))
            return word_range{at, 2};
    return std::nullopt;
}

/// Whether a clause ends before the word at `next`, or goes on with no noun that the one before it qualifies.
bool is_parted_at(const text_words& text, std::size_t next, language spoken) {
    return next == text.words.size() || gap_before(text, next) != " " ||
           is_stop_word(spoken, text.words[next]);
}

/// The first phrase of a set that ends in no noun which what follows makes another than the material.
template <class Accepts>
std::optional<word_range> phrase_in(const text_words& text, std::size_t from, const phrase_set& phrases,
                                    const source_words& source, Accepts accepts) {
    for (auto found = phrases.find_in(text.words, from); found;
         found = phrases.find_in(text.words, found->first + 1)) {
        const auto next = found->first + found->count;
        const auto last = text.words[next - 1];
        const bool is_noun = source.nouns.has(last) || source.media.has(last);
        if (accepts(next) && !(is_noun && names_another(text, next)))
            return found;
    }
    return std::nullopt;
}

/// The first words from `from` on that point at a source.
std::optional<word_range> first_source_in(const text_words& text, std::size_t from,
                                          const source_words& source) {
    const auto anywhere = [](std::size_t) { return true; };
    const auto parted = [&](std::size_t next) { return is_parted_at(text, next, source.spoken); };
    std::optional<word_range> first;
    for (const auto& found :
         {phrase_in(text, from, source.phrases, source, anywhere),
          phrase_in(text, from, source.places, source, parted), mention_in(text, from, source)})
        if (found && (!first || found->first < first->first))
            first = found;
    return first;
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

/// The words of a phrase that name what it points at: its nouns, else all but stop words.
folded_words named_in(const text_words& text, word_range range, const source_words& source) {
    folded_words nouns, others;
    for (auto i = range.first; i < range.first + range.count; ++i) {
        const auto word = text.words[i];
        if (source.nouns.has(word) || source.media.has(word))
            nouns.push_back(word);
        else if (!is_stop_word(source.spoken, word))
            others.push_back(word);
    }
    return nouns.empty() ? others : nouns;
}

/// The first words of the text that point at a source.
flaw_words source_in(const text_words& text, const text_words& stem, const source_words& source) {
    for (std::size_t from = 0; from < text.words.size();) {
        const auto found = first_source_in(text, from, source);
        if (!found)
            return std::nullopt;
        const auto end = &text == &stem ? found->first : stem.words.size();
        const auto things = named_in(text, *found, source);
        const bool own = std::any_of(things.begin(), things.end(), [&](std::string_view thing) {
            return brings_in(stem, end, thing, source);
        });
        if (!own)
            return std::string(text.source_of(*found));
        from = found->first + found->count;
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
