#include "core/offline/cloze_material.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "core/document/sentences.hpp"
#include "core/language/language.hpp"
#include "core/offline/definitions.hpp"
#include "core/offline/free_standing.hpp"
#include "core/offline/noun_forms.hpp"
#include "core/offline/number_terms.hpp"
#include "core/offline/plain_words.hpp"
#include "core/offline/stop_words.hpp"
#include "core/offline/token_roles.hpp"
#include "core/offline/unspaced_terms.hpp"
#include "core/offline/word_roles.hpp"
#include "core/text/normalize.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {

namespace {

struct word_counts {
    int lower = 0;
    int capital_inside = 0;  // capitalised where no sentence begins
};

/// Reads the sentences, then finds their terms. One material, one use.
class material_reader {
  public:
    cloze_material read(std::string_view material) {
        language_ = guess_language(material).value;
        for (const auto& span : split_sentences(material)) {
            cloze_sentence sentence;
            const auto raw = material.substr(span.begin, span.end - span.begin);
            sentence.text = as_one_line(raw);
            sentence.begin = span.begin;
            tokens_.push_back(split_tokens(sentence.text));
            sentence.rating = rate_sentence(raw, sentence.text, tokens_.back());
            sentence.folded = fold(sentence.text);
            result_.sentences.push_back(std::move(sentence));
        }
        count_words();
        const auto characters = find_unspaced_terms(result_.sentences);
        for (std::size_t i = 0; i < result_.sentences.size(); ++i) {
            find_terms(i);
            for (const auto& found : characters.at(i)) {
                const auto& text = result_.sentences[i].text;
                const auto id = add(i, found.begin, found.end, term_kind::characters, 1,
                                    character_before(text, found.begin));
                result_.terms[id].noun_signs += found.is_noun;
                result_.sentences[i].places.back().askable = found.is_noun && found.askable;
            }
        }
        mark_definitions();
        for (auto& term : result_.terms)
            term.is_everywhere =
                term.uses > 5 && static_cast<std::size_t>(term.uses) * 7 > result_.sentences.size();
        for (auto& term : result_.terms)
            term.is_surname |= term.kind == term_kind::name && surnames_.contains(term.folded);
        return std::move(result_);
    }

  private:
    /// What a sentence defines is a noun, and worth asking for.
    void mark_definitions() {
        for (auto& sentence : result_.sentences)
            for (auto& place : sentence.places) {
                place.agrees = has_agreeing_articles(language_);
                place.defined = defines(sentence, place);
                auto& term = result_.terms[place.term];
                const bool opens_capital = place.begin == 0 && term.kind == term_kind::word;
                if (!place.defined || opens_capital)
                    continue;
                place.askable = true;
                term.noun_signs = std::max(term.noun_signs, term.uses);
            }
    }

    void count_words() {
        std::size_t all = 0, leading = 0;
        for (const auto& tokens : tokens_)
            for (std::size_t i = 0; i < tokens.size(); ++i) {
                ++all;
                leading += leads_noun(tokens[i].folded);
                auto& counts = counts_[tokens[i].folded];
                counts.lower += !tokens[i].capital;
                counts.capital_inside += i > 0 && tokens[i].capital;
            }
        knows_language_ = leading * 10 >= all;
    }

    /// A capital at a sentence's start says nothing by itself: the rest of the material decides.
    bool is_name(const std::vector<cloze_token>& tokens, std::size_t i) const {
        const auto& token = tokens[i];
        if (!token.capital || token.numeric || token.mixed || (token.letters < 2 && i == 0) ||
            is_title(token))
            return false;
        if (i > 0) {
            const bool goes_on = token.touches_next && tokens[i + 1].capital;
            const bool article = !token.acronym && is_stop_word(language_, normalized(token.folded));
            const bool common = article || is_common_word(token.folded);
            return !common || ((token.letters > 3 || is_saint(token)) && goes_on);  // "Three Gorges Dam"
        }
        const auto& counts = counts_.at(token.folded);
        return !token.is_function_word() && counts.lower == 0 && counts.capital_inside > 0;
    }

    void find_terms(std::size_t sentence) {
        const auto& tokens = tokens_[sentence];
        if (result_.sentences[sentence].rating == 2 && tokens.size() < 8)
            return;  // a heading: capitals mean nothing there
        for (std::size_t i = 0; i < tokens.size();) {
            if (is_name(tokens, i)) {
                i = add_name(sentence, i);
                continue;
            }
            if (tokens[i].numeric)
                add_number(sentence, i);
            else if (!tokens[i].mixed && !tokens[i].unspaced && !tokens[i].is_function_word())
                add_word(sentence, i);
            ++i;
        }
    }

    /// The index behind the name that starts at `first`: "Marie Curie", "University of Oxford".
    std::size_t add_name(std::size_t sentence, std::size_t first) {
        const auto& tokens = tokens_[sentence];
        std::size_t last = first;
        while (tokens[last].touches_next) {
            if (is_name(tokens, last + 1))
                ++last;
            else if (joins_names(tokens[last + 1]) && tokens[last + 1].touches_next &&
                     last + 2 < tokens.size() && is_name(tokens, last + 2))
                last += 2;
            else
                break;
        }
        if (names_person(tokens, first, last))
            surnames_.insert(tokens[last].folded);
        const auto& sentence_text = result_.sentences[sentence].text;
        const auto name = sentence_text.substr(tokens[first].begin, tokens[last].end - tokens[first].begin);
        if (last > first && is_roman(tokens[last]))
            surnames_.insert(fold(name));  // "Charles V"
        if (language_ == language::german && last == first && is_plain_word(tokens[first].folded))
            return last + 1;
        if (!stands_free(sentence_text, tokens[first].begin, tokens[last].end))
            return last + 1;
        const bool unit = last == first && first > 0 && tokens[first - 1].numeric;
        const bool ordinal = last == first && is_roman(tokens[last]);
        if (!unit && !ordinal && (last > first || tokens[first].letters >= 3))
            note_context(sentence,
                         add(sentence, tokens[first].begin, tokens[last].end, term_kind::name,
                             last - first + 1, first > 0 ? tokens[first - 1].folded : ""),
                         first, last);
        return last + 1;
    }

    /// A given name stands before it. "University of Oxford" is none, nor is what has an article: "the Nobel
    /// Prize", "die Diffusion von Wasser".
    bool names_person(const std::vector<cloze_token>& tokens, std::size_t first, std::size_t last) const {
        if (last == first)  // a given name that begins its sentence is not known for a name
            return first == 1 && tokens[0].capital && tokens[0].touches_next &&
                   !tokens[0].is_function_word() && counts_.at(tokens[0].folded).lower == 0;
        const auto& joint = tokens[last - 1];
        const bool noble = joint.folded == "von" || joint.folded == "van";
        // "der Physiker Max Planck": the profession is a noun of the run, too.
        const bool profession = language_ == language::german && last - first >= (noble ? 3u : 2u);
        return (noble || !joins_names(joint)) &&
               (profession || first == 0 || !is_determiner(language_, tokens[first - 1].folded));
    }

    static std::string character_before(std::string_view text, std::size_t at) {
        if (at == 0)
            return {};
        const auto before = decode_before(text, at);
        const bool hiragana = before.value >= 0x3040 && before.value < 0x30A0;  // tells of verbs
        return hiragana ? std::string() : std::string(text.substr(at - before.length, before.length));
    }

    /// Notes what the words around the noun that was added last tell of it.
    void note_context(std::size_t sentence, std::size_t id, std::size_t first, std::size_t last) {
        const auto found = read_noun_context(language_, tokens_[sentence], first, last);
        auto& place = result_.sentences[sentence].places.back();
        place.forms = found.forms;
        place.led = found.led;
        place.bare = found.bare;
        auto& term = result_.terms[id];
        if (term.kind == term_kind::name && language_ != language::german)
            place.bare = !found.led;  // it is whole without an article
        term.led = term.led || found.led;
        term.bare = term.bare || place.bare;
        const auto shared = term.forms & found.forms;
        term.forms = found.forms == genitive ? genitive : shared != 0 ? shared : any_noun_form;
    }

    void add_number(std::size_t sentence, std::size_t i) {
        const auto& tokens = tokens_[sentence];
        const auto& text = result_.sentences[sentence].text;
        const auto& token = tokens[i];
        if (!states_quantity(text, tokens, i))
            return;
        const auto kind = states_year(language_, text, tokens, i) ? term_kind::year : term_kind::number;
        const auto id = add(sentence, token.begin, token.end, kind, 1, i > 0 ? tokens[i - 1].folded : "");
        result_.terms[id].value = number_of(result_.terms[id].text);
    }

    /// A word of the language's grammar, of questions, or a unit behind its number.
    bool carries_nothing(const std::vector<cloze_token>& tokens, std::size_t i) const {
        return is_stop_word(language_, normalized(tokens[i].folded)) || is_plain_word(tokens[i].folded) ||
               (i > 0 && tokens[i - 1].numeric);
    }

    void add_word(std::size_t sentence, std::size_t i) {
        const auto& tokens = tokens_[sentence];
        const auto& token = tokens[i];
        if (token.letters < 4 || carries_nothing(tokens, i) ||
            !stands_free(result_.sentences[sentence].text, token.begin, token.end))
            return;
        const auto id =
            add(sentence, token.begin, token.end, term_kind::word, 1, i > 0 ? tokens[i - 1].folded : "");
        if (token.capital)  // it begins the sentence
            result_.terms[id].text = token.folded;
        note_context(sentence, id, i, i);
        auto& place = result_.sentences[sentence].places.back();
        auto& term = result_.terms[id];
        if (!knows_language_ && language_ != language::hindi) {
            // A long word is a guess, and its ending finds it like company.
            term.noun_signs += token.letters >= 5;
            place.askable = !token.capital;
            return;
        }
        const auto role = read_word_role(language_, tokens, i, is_behind_object(tokens, i));
        term.noun_signs += role.noun;
        term.is_surname = term.is_surname || role.acts;
        place.askable = role.askable;
    }

    /// "Virchow la compléta": what looks like an article stands behind a name.
    bool is_behind_object(const std::vector<cloze_token>& tokens, std::size_t i) const {
        if (!has_agreeing_articles(language_) || i < 2 || !is_clitic(tokens[i - 1].folded))
            return false;
        const auto& who = tokens[i - 2];
        return who.touches_next && who.capital && !who.is_function_word() &&
               counts_.at(who.folded).lower == 0;
    }

    std::size_t add(std::size_t sentence, std::size_t begin, std::size_t end, term_kind kind,
                    std::size_t words, std::string before) {
        auto& into = result_.sentences[sentence];
        const auto text = into.text.substr(begin, end - begin);
        const auto [known, is_new] = ids_.try_emplace({fold(text), kind}, result_.terms.size());
        if (is_new) {
            cloze_term term;
            term.text = text;
            term.folded = known->first.first;
            term.kind = kind;
            term.words = words;
            for (std::size_t i = 0; i < text.size(); i += decode_at(text, i).length)
                ++term.letters;
            term.first_sentence = sentence;
            result_.terms.push_back(std::move(term));
        }
        auto& term = result_.terms[known->second];
        ++term.uses;
        if (!before.empty())
            term.before.insert(before);
        auto& place = into.places.emplace_back();
        place.begin = begin;
        place.end = end;
        place.term = known->second;
        place.before = std::move(before);
        return known->second;
    }

    cloze_material result_;
    language language_ = language::unknown;
    std::vector<std::vector<cloze_token>> tokens_;  // of each sentence
    std::map<std::string, word_counts> counts_;
    std::set<std::string> surnames_;
    bool knows_language_ = true;  // has its share of articles and prepositions that we know
    std::map<std::pair<std::string, term_kind>, std::size_t> ids_;
};

}  // namespace

cloze_material read_cloze_material(std::string_view material) {
    return material_reader().read(material);
}

}  // namespace examwright
