#include "core/offline/cloze_author.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/generation/focus.hpp"
#include "core/language/language.hpp"
#include "core/offline/cloze_material.hpp"
#include "core/offline/distractors.hpp"
#include "core/quality/flaws.hpp"
#include "core/text/stable_hash.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

/// Neighbouring stretches of a document share some text at their borders, and two calls at once can't see
/// each other's questions: the start of each comes last.
constexpr std::size_t shared_start = 400;

struct cloze_key {
    term_place place;
    std::vector<std::size_t> distractors;
};

std::string stem_of(const cloze_sentence& sentence, const term_place& place) {
    return sentence.text.substr(0, place.begin) + std::string(cloze_blank) + sentence.text.substr(place.end);
}

/// Writes one order, keeping track of what it has asked.
class cloze_writer {
  public:
    explicit cloze_writer(const cloze_order& order)
        : order_(order),
          material_(read_cloze_material(order.material)),
          language_(guess_language(order.material).value),
          taken_(material_.terms.size()) {
        for (std::size_t i = 0; i < material_.sentences.size(); ++i)
            for (const auto& place : material_.sentences[i].places)
                if (stands_in(order_.existing, i, place) || stands_in(order_.asked_before, i, place)) {
                    asked_sentences_.insert(i);
                    asked_keys_.insert(place.term);
                }
    }

    std::vector<question> write() {
        struct {
            int rating;
            key_rules keys;
        } const passes[] = {{0, {true, true, false}},
                            {0, {false, true, false}},
                            {1, {false, true, false}},
                            {0, {false, false, false}},
                            {1, {false, true, true}}};
        const auto sentences = spread_sentences();
        for (const auto& pass : passes)
            for (const auto i : sentences)
                if (static_cast<int>(written_.size()) < order_.count &&
                    material_.sentences[i].rating <= pass.rating && !asked_sentences_.contains(i))
                    ask(i, pass.keys);
        return std::move(written_);
    }

  private:
    /// Which keys a pass takes.
    struct key_rules {
        bool defined_only, fitting_only, again;
    };

    bool stands_in(std::string_view stems, std::size_t sentence, const term_place& place) const {
        return !stems.empty() && stems.find(stem_of(material_.sentences[sentence], place)) != stems.npos;
    }

    /// Whether each sentence may be asked about.
    std::vector<bool> sentences_in_focus() const {
        const focus wanted(order_.focus);
        std::vector<bool> named;
        for (const auto& sentence : material_.sentences)
            named.push_back(wanted.named_in(sentence.text));
        return named;
    }

    /// Every sentence once, in an order of which each part is spread over the whole material.
    std::vector<std::size_t> spread_sentences() const {
        std::vector<std::size_t> usable, late;
        const auto in_focus = sentences_in_focus();
        for (std::size_t i = 0; i < material_.sentences.size(); ++i)
            if (in_focus[i] && material_.sentences[i].rating <= 1)
                (material_.sentences[i].begin < shared_start ? late : usable).push_back(i);
        const auto wanted = static_cast<std::size_t>(std::max(order_.count, 1));
        const auto step = std::max<std::size_t>(1, usable.size() / wanted);
        constexpr std::size_t compared = 8;  // of each part, the most promising first
        for (std::size_t part = 0; part < usable.size(); part += step) {
            const auto begin = usable.begin() + static_cast<std::ptrdiff_t>(part);
            const auto end =
                begin + static_cast<std::ptrdiff_t>(std::min({step, compared, usable.size() - part}));
            std::map<std::size_t, double> promises;
            for (auto i = begin; i != end; ++i)
                promises[*i] = promise(*i);
            std::stable_sort(begin, end,
                             [&](auto left, auto right) { return promises.at(left) > promises.at(right); });
        }
        std::vector<std::size_t> spread;
        for (std::size_t first = 0; first < step; ++first)
            for (std::size_t i = first; i < usable.size(); i += step)
                spread.push_back(usable[i]);
        spread.insert(spread.end(), late.begin(), late.end());
        return spread;
    }

    /// How good a question about the sentence can be.
    double promise(std::size_t index) const {
        const auto key = choose_key(index, {false, false, true});
        if (!key)
            return std::numeric_limits<double>::lowest();
        return worth_of(key->place) + worst_fit(material_, key->place, key->distractors, order_.level);
    }

    double worth_of(const term_place& place) const {
        constexpr double definition = 8;
        return worth(material_.terms[place.term]) + (place.defined ? definition : 0);
    }

    /// How much a term is worth asking for; higher is better. Kinds take turns.
    double worth(const cloze_term& term) const {
        const double known = std::min(term.uses, 6) / 3.0;
        const auto asked = kinds_asked_.find(term.kind);
        const double turn =
            asked == kinds_asked_.end() ? 0 : 4.0 * asked->second / static_cast<double>(written_.size() + 1);
        const double base = (order_.level == difficulty::hard ? -known : known) - turn;
        switch (term.kind) {
            case term_kind::name: return base + 4;
            case term_kind::year:
            case term_kind::number: return base + 3.5;
            case term_kind::characters: return base + 2 + static_cast<double>(term.letters) / 2;
            case term_kind::word: break;
        }
        return base + 2 + static_cast<double>(std::min<std::size_t>(term.letters, 12)) / 6 +
               std::min(term.noun_signs, 3) * 0.3;
    }

    /// The term stands in the sentence once only, in no other form either.
    bool stands_alone(const cloze_sentence& sentence, const term_place& place) const {
        const auto& term = material_.terms[place.term];
        const auto first = sentence.folded.find(term.folded);
        if (first == sentence.folded.npos ||
            sentence.folded.find(term.folded, first + 1) != sentence.folded.npos)
            return false;
        return std::none_of(sentence.places.begin(), sentence.places.end(), [&](const term_place& other) {
            return other.begin != place.begin && same_term(term, material_.terms[other.term]);
        });
    }

    std::optional<cloze_key> choose_key(std::size_t index, const key_rules& rules) const {
        const auto& sentence = material_.sentences[index];
        auto places = sentence.places;
        std::stable_sort(places.begin(), places.end(), [&](const term_place& left, const term_place& right) {
            return worth_of(left) > worth_of(right);
        });
        for (auto& place : places) {
            const bool repeated = asked_keys_.contains(place.term);
            if (!place.askable || (rules.defined_only && !place.defined) ||
                (material_.terms[place.term].is_everywhere && !place.defined) || (repeated && !rules.again) ||
                !is_usable(material_.terms[place.term]) || !stands_alone(sentence, place) ||
                stands_in(order_.existing, index, place) || stems_.contains(stem_of(sentence, place)))
                continue;
            auto distractors =
                choose_distractors(material_, index, place, order_.level, taken_, place_of(place.term));
            constexpr double least_fit = 0.5;
            const bool fits =
                !rules.fitting_only || worst_fit(material_, place, distractors, order_.level) > least_fit;
            if (!distractors.empty() && fits)
                return cloze_key{std::move(place), std::move(distractors)};
        }
        return std::nullopt;
    }

    void ask(std::size_t index, const key_rules& rules) {
        const auto key = choose_key(index, rules);
        if (!key)
            return;
        const auto& sentence = material_.sentences[index];
        question question;
        question.stem = stem_of(sentence, key->place);
        question.level = order_.level;
        question.source_quote = sentence.text;
        const auto answer = sentence.text.substr(key->place.begin, key->place.end - key->place.begin);
        question.explanation = "\"" + answer + "\": " + sentence.text;
        question.topic_slug = topic_of(sentence);
        set_options(question, answer, *key);
        if (!find_flaws({question, language_}).empty())
            return;
        stems_.insert(question.stem);
        asked_sentences_.insert(index);
        asked_keys_.insert(key->place.term);
        ++kinds_asked_[material_.terms[key->place.term].kind];
        for (const auto id : key->distractors)
            ++taken_[id];
        written_.push_back(std::move(question));
    }

    /// The key's place goes round. Numbers ascend, and each call may ask for one alone: which of them stands
    /// where is told by the number itself, as far as the material allows.
    std::size_t place_of(std::size_t term) const {
        const auto& key = material_.terms[term];
        return (is_ordered(key) ? stable_hash(key.folded) : written_.size()) % option_count;
    }

    void set_options(question& question, const std::string& answer, const cloze_key& key) const {
        const auto& term = material_.terms[key.place.term];
        auto ids = key.distractors;
        ids.insert(ids.begin() + static_cast<std::ptrdiff_t>(place_of(key.place.term)), key.place.term);
        if (is_ordered(term))
            std::sort(ids.begin(), ids.end(), [&](std::size_t left, std::size_t right) {
                return material_.terms[left].value < material_.terms[right].value;
            });
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const bool is_key = ids[i] == key.place.term;
            question.options.push_back(is_key ? answer : material_.terms[ids[i]].text);
            if (is_key)
                question.correct = i;
        }
    }

    /// The slug with a word in the sentence, else "general" or, without that, the first.
    std::string topic_of(const cloze_sentence& sentence) const {
        for (const auto& slug : order_.topic_slugs)
            for (std::size_t begin = 0; begin < slug.size();) {
                const auto end = std::min(slug.find_first_of("-_", begin), slug.size());
                const auto word = fold(slug.substr(begin, end - begin));
                if (word.size() >= 4 && sentence.folded.find(word) != sentence.folded.npos)
                    return slug;
                begin = end + 1;
            }
        const auto& slugs = order_.topic_slugs;
        if (slugs.empty() || std::find(slugs.begin(), slugs.end(), "general") != slugs.end())
            return slugs.empty() ? "" : "general";
        return slugs.front();
    }

    const cloze_order& order_;
    cloze_material material_;
    language language_;
    std::vector<int> taken_;  // by term
    std::set<std::size_t> asked_sentences_;
    std::set<std::size_t> asked_keys_;
    std::map<term_kind, int> kinds_asked_;
    std::set<std::string> stems_;
    std::vector<question> written_;
};

}  // namespace

std::vector<question> write_cloze(const cloze_order& order) {
    return cloze_writer(order).write();
}

}  // namespace examwright
