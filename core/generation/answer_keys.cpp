#include "core/generation/answer_keys.hpp"

#include <algorithm>
#include <numeric>
#include <random>
#include <string>
#include <utility>

#include "core/language/quantity.hpp"
#include "core/text/stable_hash.hpp"

namespace examwright {
namespace {

/// Sorts options that are all numbers of one unit.
bool sort_if_numeric(question& question, language spoken) {
    const auto values = read_quantities(question.options, spoken);
    if (!values)
        return false;
    std::vector<std::size_t> order(values->size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t left, std::size_t right) { return (*values)[left] < (*values)[right]; });
    std::vector<std::string> sorted;
    sorted.reserve(order.size());
    for (const auto index : order)
        sorted.push_back(std::move(question.options[index]));
    question.options = std::move(sorted);
    const auto key = std::find(order.begin(), order.end(), question.correct);
    question.correct = static_cast<std::size_t>(key - order.begin());
    return true;
}

/// The distractors keep their order.
void move_key(question& question, std::size_t place) {
    const auto at = [&](std::size_t index) {
        return question.options.begin() + static_cast<std::ptrdiff_t>(index);
    };
    if (question.correct < place)
        std::rotate(at(question.correct), at(question.correct + 1), at(place + 1));
    else
        std::rotate(at(place), at(question.correct), at(question.correct + 1));
    question.correct = place;
}

}  // namespace

std::vector<std::size_t> plan_keys(std::string_view seed, const key_counts& used, std::size_t count) {
    std::mt19937_64 random(stable_hash(seed));
    key_counts counts = used;
    std::vector<std::size_t> places;
    while (places.size() < count) {
        const int least = *std::min_element(counts.begin(), counts.end());
        std::vector<std::size_t> tied;
        for (std::size_t letter = 0; letter < counts.size(); ++letter)
            if (counts[letter] == least)
                tied.push_back(letter);
        const std::size_t chosen = tied[random() % tied.size()];
        ++counts[chosen];
        places.push_back(chosen);
    }
    return places;
}

void arrange_options(const std::vector<question*>& questions, std::vector<std::size_t> places,
                     language spoken) {
    std::vector<question*> others;
    for (auto* question : questions) {
        if (!sort_if_numeric(*question, spoken)) {
            others.push_back(question);
            continue;
        }
        const auto used = std::find(places.begin(), places.end(), question->correct);
        places.erase(used == places.end() ? places.begin() : used);
    }
    for (std::size_t i = 0; i < others.size(); ++i)
        move_key(*others[i], places.at(i));
}

}  // namespace examwright
