#include "core/quality/set_concentration.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <unordered_map>

#include "core/text/normalize.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

constexpr std::size_t fewest = 8;  // questions that tell something

/// Whether a share of n is far above what chance gives.
bool is_far_above(double share, double chance, std::size_t n) {
    const double spread = std::sqrt(chance * (1 - chance) / static_cast<double>(n));
    return n >= fewest && share >= 0.4 && share >= chance + 2.33 * spread;  // 1 in 100 by chance
}

/// The chance of each option of being the key.
double chance_of_key(const std::vector<question>& questions) {
    double sum = 0;
    for (const auto& question : questions)
        sum += 1.0 / static_cast<double>(std::max<std::size_t>(question.options.size(), 1));
    return sum / static_cast<double>(questions.size());
}

std::optional<concentration> if_far_above(std::size_t where, std::size_t count,
                                          const std::vector<question>& questions) {
    const double share = static_cast<double>(count) / static_cast<double>(questions.size());
    if (!is_far_above(share, chance_of_key(questions), questions.size()))
        return std::nullopt;
    return concentration{where, share};
}

}  // namespace

bool is_key_longest(const question& question) {
    const auto key = count_characters(question.options.at(question.correct));
    return std::count_if(question.options.begin(), question.options.end(),
                         [key](const std::string& option) { return count_characters(option) >= key; }) == 1;
}

std::optional<concentration> key_letter_concentration(const std::vector<question>& questions) {
    if (questions.empty())
        return std::nullopt;
    std::array<std::size_t, most_options> counts{};
    for (const auto& question : questions)
        ++counts.at(question.correct);
    const auto most = std::max_element(counts.begin(), counts.end());
    return if_far_above(static_cast<std::size_t>(most - counts.begin()), *most, questions);
}

std::optional<concentration> longest_key_concentration(const std::vector<question>& questions) {
    if (questions.empty())
        return std::nullopt;
    const auto longest = std::count_if(questions.begin(), questions.end(), is_key_longest);
    return if_far_above(0, static_cast<std::size_t>(longest), questions);
}

std::optional<concentration> source_concentration(const std::vector<question>& questions) {
    struct source {
        std::size_t first = 0, count = 0;
    };
    std::unordered_map<std::string, source> sources;
    source most;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const auto text = normalized(questions[i].source_quote);
        if (text.empty())
            continue;
        auto& found = sources.try_emplace(text, source{i, 0}).first->second;
        if (++found.count > most.count)
            most = found;
    }
    if (most.count < fewest || most.count * 2 < questions.size() || sources.size() < 2)
        return std::nullopt;
    return concentration{most.first, static_cast<double>(most.count) / static_cast<double>(questions.size())};
}

}  // namespace examwright
