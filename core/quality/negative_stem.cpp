// Stems that ask for what does not hold. What counts is the sentence that asks, and in it the clause: a
// negation within the case that the stem describes is the subject's.
#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "core/document/sentences.hpp"
#include "core/language/word_lists.hpp"
#include "core/quality/flaws.hpp"
#include "core/text/phrase_set.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

/// "of the these": each word of a list by itself.
std::string each_of(std::string_view words) {
    std::string alternatives(words);
    std::replace(alternatives.begin(), alternatives.end(), ' ', '|');
    return alternatives;
}

struct negative_phrases {
    explicit negative_phrases(const word_lists& lists)
        : exceptions(lists.exceptions, lists.harmless_negations),
          company(each_of(lists.exception_company)),
          least(lists.least),
          asking(lists.asking),
          asking_otherwise(lists.asking_otherwise),
          subordinators(each_of(lists.subordinators)),
          relatives(each_of(lists.relatives)),
          negations(lists.negations, lists.harmless_negations),
          shouted(lists.shouted) {}

    phrase_set exceptions, company, least, asking, asking_otherwise, subordinators, relatives, negations,
        shouted;
};

const negative_phrases* negations_of(language spoken) {
    static const auto all = [] {
        std::map<language, negative_phrases> phrases;
        for (auto each : {language::english, language::german, language::french, language::spanish,
                          language::portuguese, language::hindi})
            phrases.try_emplace(each, *words_of(each));
        return phrases;
    }();
    const auto found = all.find(spoken);
    return found == all.end() ? nullptr : &found->second;
}

/// The last sentence of a stem that asks: with a question mark, a colon at its end or an asking word.
std::string_view asking_sentence(std::string_view stem, const negative_phrases& phrases) {
    const auto spans = split_sentences(stem);
    std::string_view last = stem;
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        const auto sentence = stem.substr(span->begin, span->end - span->begin);
        if (span == spans.rbegin())
            last = sentence;
        if (sentence.find('?') != sentence.npos || phrases.asking.find_in(text_words(sentence).words))
            return sentence;
    }
    return last;
}

/// The sentence that asks, with all that stands before it where it says no more than "Which one?".
std::string_view with_context(std::string_view stem, std::string_view sentence) {
    constexpr std::size_t fewest = 3;  // words
    const auto end = static_cast<std::size_t>(sentence.data() - stem.data()) + sentence.size();
    return count_words(sentence) < fewest ? stem.substr(0, end) : sentence;
}

/// The parts of a sentence between commas, dashes and brackets.
std::vector<std::string_view> clauses_of(std::string_view sentence) {
    static constexpr std::u32string_view breaks = U",;:()–—";
    std::vector<std::string_view> clauses;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < sentence.size();) {
        const auto next = decode_at(sentence, i);
        if (breaks.find(next.value) != breaks.npos) {
            clauses.push_back(sentence.substr(begin, i - begin));
            begin = i + next.length;
        }
        i += next.length;
    }
    clauses.push_back(sentence.substr(begin));
    return clauses;
}

using word_views = std::vector<std::string_view>;

word_views before(const word_views& words, std::size_t end) {
    return {words.begin(), words.begin() + static_cast<std::ptrdiff_t>(end)};
}

word_views behind(const word_views& words, std::size_t begin) {
    return {words.begin() + static_cast<std::ptrdiff_t>(begin), words.end()};
}

word_views behind(const text_words& text, std::size_t begin) {
    return behind(text.words, begin);
}

bool is_capital(std::string_view word) {
    std::size_t letters = 0;
    for (std::size_t i = 0; i < word.size();) {
        const auto next = decode_at(word, i);
        if (is_lower(next.value))
            return false;
        letters += is_letter(next.value);
        i += next.length;
    }
    return letters >= 2;
}

/// Whether the word in capitals at `at` is a name: of a gate, of an operator, of a part of SQL.
bool is_name(const text_words& text, std::size_t at) {
    static const phrase_set names(
        "at least|not null|"
        "not gate/gates/operator/operators/operation/keyword/function/clause/predicate/condition/"
        "constraint/circuit/circuits/port/symbol/chip|if not|"
        "the/a/an/logical/bitwise/boolean/unary/operator/operators/keyword/gate/gates/controlled not|"
        "and/or/nor/nand/xor/xnor not|and/or/nor/nand/xor/xnor and/or/plus/versus not|"
        "not and/or/nor/nand/xor/xnor|el/del/de/al/un/gas/óxido/molécula no|nicht gatter/glied|"
        "das/dem/des/ein nicht|porte/opérateur non|puerta/compuerta/operador no|porta/operador não");
    // Words of everyday language unless they are in capitals too: "NOT in the list".
    static const phrase_set keywords(
        "not in|not exists|not like|not between|not similar|not equal|not unique");
    for (std::size_t words = 0; words <= std::min<std::size_t>(at, 2); ++words) {
        const auto found = names.find_in(behind(text, at - words));
        if (found && found->first == 0 && found->count > words)
            return true;
    }
    return keywords.begins(behind(text, at)) && is_capital(text.source_of({at + 1, 1}));
}

/// NOT, EXCEPT, LEAST in capitals, in a stem that is not written in capitals throughout.
flaw_words find_shouted(const text_words& stem, const negative_phrases& phrases) {
    std::size_t capitals = 0;
    flaw_words found;
    for (std::size_t i = 0; i < stem.words.size(); ++i) {
        const auto source = stem.source_of({i, 1});
        if (!is_capital(source))
            continue;
        ++capitals;
        if (!found && phrases.shouted.is({stem.words[i]}) && !is_name(stem, i))
            found = std::string(source);
    }
    return capitals * 2 <= stem.words.size() ? found : std::nullopt;
}

/// "except" with nothing but frame words behind it.
flaw_words find_exception(const text_words& sentence, const negative_phrases& phrases) {
    const auto range = phrases.exceptions.find_in(sentence.words);
    if (!range)
        return std::nullopt;
    for (std::size_t i = range->first + range->count; i < sentence.words.size(); ++i)
        if (!phrases.company.is({sentence.words[i]}))
            return std::nullopt;
    return std::string(sentence.source_of(*range));
}

/// The index of the first word behind the asking one of a clause; nullopt where it asks otherwise or not at
/// all.
std::optional<std::size_t> behind_asking(const text_words& clause, const negative_phrases& phrases) {
    const auto which = phrases.asking.find_in(clause.words);
    const auto other = phrases.asking_otherwise.find_in(clause.words);
    if (!which || (other && other->first <= which->first))
        return std::nullopt;
    return which->first + which->count;
}

/// Whether a quotation begins within the words: what is quoted negates nothing.
bool opens_quote(std::string_view words) {
    static constexpr std::string_view quotes[] = {" '", " \"", " `", " “", " ‘", " „", " «"};
    return std::any_of(std::begin(quotes), std::end(quotes),
                       [&](std::string_view each) { return words.find(each) != words.npos; });
}

/// The negation of a clause that asks, among its words from `from` on.
flaw_words negation_in(const text_words& clause, std::size_t from, const negative_phrases& phrases) {
    static const phrase_set contrast("but|instead|rather|sondern|mais|sino|mas|senão|बल्कि");
    // "has a heart but does not have lungs": what the subject lacks
    static const phrase_set second_predicate("but|yet|aber|mais|pero|mas|porém|लेकिन|परंतु|किंतु|मगर");
    const auto words = behind(clause, from);
    const auto range = phrases.negations.find_in(words);
    if (range) {
        const auto last = from + range->first + range->count - 1;
        const bool gate = last + 1 < clause.words.size() && clause.words[last + 1].starts_with("gate");
        if (gate || opens_quote(clause.source_of({from + range->first, range->count})) ||
            (is_capital(clause.source_of({last, 1})) && is_name(clause, last)))
            return negation_in(clause, last + 1, phrases);
    }
    const bool later = from == 0;
    const auto opening = before(words, std::min<std::size_t>(words.size(), 2));
    if (!range || phrases.subordinators.find_in(before(words, range->first)) ||
        second_predicate.find_in(before(words, range->first + range->count)) ||
        (later && phrases.relatives.find_in(opening)) || contrast.find_in(behind(words, range->first)))
        return std::nullopt;
    return std::string(clause.source_of({from + range->first, range->count}));
}

/// Which, what, who ... is or does not, without a subordinate clause in between.
flaw_words find_negation(std::string_view sentence, const negative_phrases& phrases) {
    bool asked = false;
    for (const auto part : clauses_of(sentence)) {
        const text_words clause(part);
        std::size_t from = 0;
        if (!asked) {
            const auto begin = behind_asking(clause, phrases);
            if (!begin && phrases.asking_otherwise.find_in(clause.words))
                return std::nullopt;
            if (!begin)
                continue;
            asked = true;
            from = *begin;
        }
        if (auto found = negation_in(clause, from, phrases))
            return found;
    }
    return std::nullopt;
}

}  // namespace

flaw_words find_negative_stem(const question_text& text) {
    const auto* phrases = negations_of(text.spoken);
    if (!phrases)
        return std::nullopt;
    if (auto shouted = find_shouted(text.stem, *phrases))
        return shouted;
    const auto sentence = asking_sentence(text.content.stem, *phrases);
    if (auto exception = find_exception(text_words(with_context(text.content.stem, sentence)), *phrases))
        return exception;
    const text_words words(sentence);
    if (const auto least = phrases->least.find_in(words.words))
        return std::string(words.source_of(*least));
    return find_negation(sentence, *phrases);
}

}  // namespace examwright
