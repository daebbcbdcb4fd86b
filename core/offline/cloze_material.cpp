#include "core/offline/cloze_material.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "core/document/sentences.hpp"
#include "core/language/language.hpp"
#include "core/offline/definitions.hpp"
#include "core/offline/german_gender.hpp"
#include "core/offline/hindi_words.hpp"
#include "core/offline/plain_words.hpp"
#include "core/offline/stop_words.hpp"
#include "core/offline/token_roles.hpp"
#include "core/offline/unspaced_terms.hpp"
#include "core/text/normalize.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {

namespace {

struct word_counts {
    int lower = 0;
    int capital_inside = 0;  // capitalised where no sentence begins
};

bool has_agreeing_articles(language spoken) {
    return spoken == language::german || spoken == language::french || spoken == language::spanish ||
           spoken == language::portuguese;
}

double number_of(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c != ',')
            digits += c;
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool is_year(std::string_view text) {
    return text.size() == 4 && text.find_first_not_of("0123456789") == text.npos && text >= "1000" &&
           text < "2100";
}

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
            sentence.folded = casefold(sentence.text);
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
                result_.sentences[i].places.back().askable = found.is_noun;
            }
        }
        mark_definitions();
        for (auto& term : result_.terms)
            term.is_everywhere =
                term.uses > 5 && static_cast<std::size_t>(term.uses) * 7 > result_.sentences.size();
        for (auto& term : result_.terms)
            term.is_surname = term.kind == term_kind::name && surnames_.contains(term.folded);
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
            return !common || (token.letters > 3 && goes_on);  // "Three Gorges Dam"
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
        // A given name that begins its sentence is not known for a name.
        const bool led = first == 1 && tokens[0].capital && tokens[0].touches_next &&
                         !tokens[0].is_function_word() && counts_.at(tokens[0].folded).lower == 0;
        if (last > first || led)
            surnames_.insert(tokens[last].folded);
        const auto& sentence_text = result_.sentences[sentence].text;
        const auto name = sentence_text.substr(tokens[first].begin, tokens[last].end - tokens[first].begin);
        if (last > first && is_roman(tokens[last]))
            surnames_.insert(casefold(name));  // "Charles V"
        if (language_ == language::german && last == first && is_plain_word(tokens[first].folded))
            return last + 1;
        const bool unit = last == first && first > 0 && tokens[first - 1].numeric;
        if (!unit && (last > first || tokens[first].letters >= 3))
            narrow(add(sentence, tokens[first].begin, tokens[last].end, term_kind::name, last - first + 1,
                       first > 0 ? tokens[first - 1].folded : ""),
                   tokens, first, last);
        return last + 1;
    }

    static std::string character_before(std::string_view text, std::size_t at) {
        if (at == 0)
            return {};
        const auto before = decode_before(text, at);
        const bool hiragana = before.value >= 0x3040 && before.value < 0x30A0;  // tells of verbs
        return hiragana ? std::string() : std::string(text.substr(at - before.length, before.length));
    }

    /// What the words around a German noun tell of its gender and number.
    void narrow(std::size_t id, const std::vector<cloze_token>& tokens, std::size_t first, std::size_t last) {
        if (language_ != language::german || first == 0)
            return;
        const auto& before = tokens[first - 1];
        const bool adjective =
            first > 1 && !before.capital && before.folded.ends_with('e') && before.letters > 4;
        const auto article = first - (adjective ? 2 : 1);
        const auto folded = [&](bool there, std::size_t at) {
            return there ? std::string_view(tokens[at].folded) : std::string_view();
        };
        const auto forms =
            german_forms_of({folded(article > 0, article - 1), tokens[article].folded, tokens[last].folded,
                             folded(tokens[last].touches_next, last + 1)});
        auto& known = result_.terms[id].forms;
        known = forms == genitive ? genitive : (known & forms) != 0 ? known & forms : any_german_form;
    }

    void add_number(std::size_t sentence, std::size_t i) {
        const auto& tokens = tokens_[sentence];
        const auto& text = result_.sentences[sentence].text;
        const auto& token = tokens[i];
        const bool in_brackets = token.begin > 0 && text[token.begin - 1] == '[';
        const auto written = std::string_view(text).substr(token.begin, token.end - token.begin);
        const bool version = std::count(written.begin(), written.end(), '.') > 1;
        if (in_brackets || version || (i > 0 && numbers_places(tokens[i - 1])))
            return;
        const auto number = text.substr(token.begin, token.end - token.begin);
        const auto id =
            add(sentence, token.begin, token.end, is_year(number) ? term_kind::year : term_kind::number, 1,
                i > 0 ? tokens[i - 1].folded : "");
        result_.terms[id].value = number_of(number);
    }

    /// A word of the language's grammar, of questions, or a unit behind its number.
    bool carries_nothing(const std::vector<cloze_token>& tokens, std::size_t i) const {
        return is_stop_word(language_, normalized(tokens[i].folded)) || is_plain_word(tokens[i].folded) ||
               (i > 0 && tokens[i - 1].numeric);
    }

    void add_word(std::size_t sentence, std::size_t i) {
        const auto& tokens = tokens_[sentence];
        const auto& token = tokens[i];
        if (token.letters < 4 || carries_nothing(tokens, i))
            return;
        const auto id =
            add(sentence, token.begin, token.end, term_kind::word, 1, i > 0 ? tokens[i - 1].folded : "");
        if (token.capital)  // it begins the sentence
            result_.terms[id].text = token.folded;
        // "qui en accepte", "elle la mesure"
        const bool clitic = i > 1 && is_clitic(tokens[i - 1].folded) && leads_verb(tokens[i - 2].folded);
        const bool led = !clitic && i > 0 && tokens[i - 1].touches_next && leads_noun(tokens[i - 1].folded);
        const bool ends = i + 1 == tokens.size() || !token.touches_next;
        const bool closed = ends || tokens[i + 1].is_function_word();
        if (language_ == language::hindi) {
            const bool noun =
                !ends && !is_hindi_verb(token.folded) && is_hindi_postposition(tokens[i + 1].folded);
            result_.terms[id].noun_signs += noun;
            result_.sentences[sentence].places.back().askable = noun;
            return;
        }
        if (!knows_language_) {  // a long word is a guess, and its ending finds it like company
            result_.terms[id].noun_signs += token.letters >= 5;
            result_.sentences[sentence].places.back().askable = !token.capital;
            return;
        }
        result_.terms[id].noun_signs += led && closed;
        const bool verb = clitic || (i > 0 && leads_verb(tokens[i - 1].folded)) ||
                          (!ends && !led && is_article(tokens[i + 1].folded));
        result_.sentences[sentence].places.back().askable = i > 0 && closed && !verb;
    }

    std::size_t add(std::size_t sentence, std::size_t begin, std::size_t end, term_kind kind,
                    std::size_t words, std::string before) {
        auto& into = result_.sentences[sentence];
        const auto text = into.text.substr(begin, end - begin);
        const auto [known, is_new] = ids_.try_emplace({casefold(text), kind}, result_.terms.size());
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
        into.places.push_back({begin, end, known->second, std::move(before), true});
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
