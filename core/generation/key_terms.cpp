#include "core/generation/key_terms.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

#include "core/language/content_words.hpp"
#include "core/text/normalize.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

constexpr std::size_t most_terms = 8;
constexpr std::size_t shortest_term = 5;  // letters
constexpr int fewest_uses = 3;

using counts = std::unordered_map<std::string, std::vector<int>>;

counts count_uses(const std::vector<call_group>& groups, const document_text& document) {
    counts uses;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const auto text =
            normalized(document.text().substr(groups[g].begin, groups[g].end - groups[g].begin));
        for (const auto word : split_words(text))
            if (word.size() >= shortest_term)
                uses.try_emplace(std::string(word), groups.size(), 0).first->second[g] += 1;
    }
    return uses;
}

}  // namespace

std::vector<std::vector<std::string>> key_terms_of(const std::vector<call_group>& groups,
                                                   const document_text& document, language spoken) {
    std::vector<std::vector<std::string>> terms(groups.size());
    if (groups.size() < 2)
        return terms;
    const auto uses = count_uses(groups, document);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        std::vector<std::pair<int, std::string>> own;
        for (const auto& [word, by_group] : uses) {
            int all = 0;
            for (const int count : by_group)
                all += count;
            if (by_group[g] >= fewest_uses && by_group[g] * 5 >= all * 4 && !has_digit(word) &&
                count_characters(word) >= shortest_term && is_content_word(spoken, word))
                own.emplace_back(-by_group[g], word);
        }
        std::sort(own.begin(), own.end());
        for (const auto& [count, word] : own)
            if (terms[g].size() < most_terms)
                terms[g].push_back(word);
    }
    return terms;
}

}  // namespace examwright
