#include "core/offline/distractors.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include "core/offline/agreement.hpp"
#include "core/offline/unspaced_words.hpp"
#include "core/offline/word_endings.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

std::size_t common_prefix(std::string_view left, std::string_view right) {
    const auto [a, b] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
    return static_cast<std::size_t>(a - left.begin());
}

bool same_ending(std::string_view left, std::string_view right, std::size_t length) {
    return left.size() > length && right.size() > length &&
           left.substr(left.size() - length) == right.substr(right.size() - length);
}

double distance(double left, double right) {
    return std::abs(std::log1p(std::abs(left)) - std::log1p(std::abs(right)));
}

/// "In", "à": a place stands behind it more often than a person.
bool leads_place(std::string_view folded) {
    static constexpr std::string_view words[] = {"in",    "at",    "near", "nach", "aus", "bei",  "en",
                                                 "hasta", "desde", "em",   "até",  "à",   "vers", "depuis"};
    return std::find(std::begin(words), std::end(words), folded) != std::end(words);
}

bool stands_for_place(const cloze_term& term) {
    return std::any_of(term.before.begin(), term.before.end(), leads_place);
}

/// How well a distractor fits in the key's place; higher is better.
double fit(const cloze_term& key, const cloze_term& other, const term_place& place, difficulty level) {
    if (key.kind == term_kind::year)
        return -std::abs(key.value - other.value) / (level == difficulty::hard ? 10 : 50);
    if (key.kind == term_kind::number)
        return -3 * distance(key.value, other.value) + (other.before.contains(place.before) ? 1 : 0);
    double score = std::min(other.uses, 4) * 0.4;
    const double beside = key.kind == term_kind::characters ? 1 : 2;
    score += !place.before.empty() && other.before.contains(place.before) ? beside : 0;
    score += key.forms != any_noun_form && key.forms == other.forms ? 1.5 : 0;
    score += same_ending(key.folded, other.folded, 3)   ? 1.5
             : same_ending(key.folded, other.folded, 2) ? 0.7
                                                        : 0;
    score += key.words == other.words ? 1 : 0;
    score -= key.is_surname != other.is_surname ? 3 : 0;
    score -= key.kind == term_kind::name && leads_place(place.before) && !stands_for_place(other) ? 3 : 0;
    score -= std::abs(static_cast<double>(key.letters) - static_cast<double>(other.letters)) / 4;
    const auto apart =
        std::abs(static_cast<double>(key.first_sentence) - static_cast<double>(other.first_sentence));
    return score - apart / (level == difficulty::hard ? 8 : 25);
}

bool can_stand(const cloze_term& key, const cloze_term& other, const term_place& place) {
    return other.kind == key.kind && is_usable(other) && !same_term(key, other) &&
           (is_ordered(key) || agrees(key, other, place)) &&
           (key.kind != term_kind::characters ||
            names_unspaced_place(key.folded) == names_unspaced_place(other.folded));
}

}  // namespace

bool is_ordered(const cloze_term& term) {
    return term.kind == term_kind::year || term.kind == term_kind::number;
}

bool is_usable(const cloze_term& term) {
    if (term.kind == term_kind::characters)
        return term.noun_signs > 0 && term.noun_signs * 2 >= term.uses;
    if (term.kind != term_kind::word)
        return true;
    return !is_other_than_noun(term.folded) && term.noun_signs > 0 && term.noun_signs * 3 >= term.uses;
}

bool same_term(const cloze_term& left, const cloze_term& right) {
    if (left.kind != right.kind)
        return false;
    if (left.folded == right.folded)
        return true;
    if (left.kind == term_kind::year)
        return false;
    if (left.kind == term_kind::number)
        return left.value == right.value;
    if (left.folded.find(right.folded) != std::string::npos ||
        right.folded.find(left.folded) != std::string::npos)
        return true;
    const auto shared = common_prefix(left.folded, right.folded);
    return shared >= 4 && shared * 3 >= std::max(left.folded.size(), right.folded.size()) * 2;
}

double worst_fit(const cloze_material& material, const term_place& place,
                 const std::vector<std::size_t>& distractors, difficulty level) {
    const auto& key = material.terms[place.term];
    constexpr double any_number = 2;  // one is as good as another
    double worst = is_ordered(key) ? any_number : std::numeric_limits<double>::max();
    for (const auto id : distractors)
        if (!is_ordered(key))
            worst = std::min(worst, fit(key, material.terms[id], place, level));
    return worst;
}

std::vector<std::size_t> choose_distractors(const cloze_material& material, std::size_t sentence,
                                            const term_place& place, difficulty level,
                                            const std::vector<int>& taken, std::size_t below) {
    const auto& key = material.terms[place.term];
    const auto& text = material.sentences[sentence].folded;
    std::vector<std::pair<double, std::size_t>> ranked;
    for (std::size_t i = 0; i < material.terms.size(); ++i) {
        const auto& other = material.terms[i];
        if (i != place.term && can_stand(key, other, place) && text.find(other.folded) == text.npos)
            ranked.emplace_back(taken[i] - fit(key, other, place, level), i);
    }
    std::sort(ranked.begin(), ranked.end());
    constexpr std::size_t wanted = option_count - 1;
    const auto is_below = [&](std::size_t id) { return material.terms[id].value < key.value; };
    std::vector<std::size_t> chosen;
    for (const bool either_side : {!is_ordered(key), true})
        for (const auto& [score, id] : ranked) {
            const auto repeats = [&, other = id](std::size_t earlier) {
                return same_term(material.terms[earlier], material.terms[other]);
            };
            const auto lower =
                static_cast<std::size_t>(std::count_if(chosen.begin(), chosen.end(), is_below));
            const bool side_is_full = is_below(id) ? lower >= below : chosen.size() - lower >= wanted - below;
            if (chosen.size() < wanted && (either_side || !side_is_full) &&
                std::none_of(chosen.begin(), chosen.end(), repeats))
                chosen.push_back(id);
        }
    return chosen.size() == wanted ? chosen : std::vector<std::size_t>();
}

}  // namespace examwright
