#include "core/offline/character_terms.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

#include "core/offline/cloze_material.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

constexpr std::size_t longest_run = 8;

bool is_alphabetic(char32_t value) {  // Thai, Lao, Tibetan, Myanmar, Khmer
    return (value >= 0x0E00 && value <= 0x109F) || (value >= 0x1780 && value <= 0x17FF);
}

/// Parts runs: Hiragana, and the commonest Chinese words of one character.
bool parts_runs(char32_t value) {
    static constexpr std::u32string_view words =
        U"的是在和了有不与與及之其而也为為以于於对對就都被把从從到个個这這那我你他她它们們一会會能可要上下中"
        U"叫";
    return !is_unspaced(value) || (value >= 0x3040 && value <= 0x309F) || words.find(value) != words.npos;
}

struct character {
    std::size_t begin = 0;
    std::size_t end = 0;
    char32_t value = 0;
};

/// The stretches of a sentence that terms can stand in.
std::vector<std::vector<character>> stretches(std::string_view text) {
    std::vector<std::vector<character>> found(1);
    for (std::size_t i = 0; i < text.size();) {
        const auto next = decode_at(text, i);
        if (!parts_runs(next.value))
            found.back().push_back({i, i + next.length, next.value});
        else if (!found.back().empty())
            found.emplace_back();
        i += next.length;
    }
    return found;
}

struct lengths {
    std::size_t least, most;
};

lengths lengths_at(const character& first) {
    return is_alphabetic(first.value) ? lengths{3, longest_run} : lengths{2, 4};
}

using run_counts = std::unordered_map<std::string_view, int>;

template <class Visit>
void each_run(std::string_view text, const std::vector<character>& stretch, std::size_t at,
              const Visit& visit) {
    const auto [least, most] = lengths_at(stretch[at]);
    if (is_mark(stretch[at].value))
        return;
    for (std::size_t n = least; n <= most && at + n <= stretch.size(); ++n) {
        if (at + n < stretch.size() && is_mark(stretch[at + n].value))
            continue;
        visit(text.substr(stretch[at].begin, stretch[at + n - 1].end - stretch[at].begin), n);
    }
}

/// The characters that the best term at `at` takes: the longest of the most repeated; 0 for none.
std::size_t best_run(std::string_view text, const std::vector<character>& stretch, std::size_t at,
                     const run_counts& counts) {
    std::size_t best = 0;
    int most = 1;
    each_run(text, stretch, at, [&](std::string_view run, std::size_t n) {
        const int uses = counts.at(run);
        if (uses >= 2 && uses * 3 >= most * 2) {
            best = n;
            most = uses;
        }
    });
    return best;
}

}  // namespace

std::vector<std::vector<character_run>> find_character_terms(const std::vector<cloze_sentence>& sentences) {
    run_counts counts;
    for (const auto& sentence : sentences)
        for (const auto& stretch : stretches(sentence.text))
            for (std::size_t at = 0; at < stretch.size(); ++at)
                each_run(sentence.text, stretch, at,
                         [&](std::string_view run, std::size_t) { ++counts[run]; });
    std::vector<std::vector<character_run>> found;
    for (const auto& sentence : sentences) {
        auto& runs = found.emplace_back();
        for (const auto& stretch : stretches(sentence.text))
            for (std::size_t at = 0; at < stretch.size();) {
                const auto length = best_run(sentence.text, stretch, at, counts);
                if (length > 0)
                    runs.push_back({stretch[at].begin, stretch[at + length - 1].end});
                at += length > 0 ? length : 1;
            }
    }
    return found;
}

}  // namespace examwright
