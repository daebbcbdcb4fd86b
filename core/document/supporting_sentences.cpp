#include "core/document/supporting_sentences.hpp"

#include <algorithm>
#include <map>

#include "core/document/sentences.hpp"
#include "core/text/unicode.hpp"

namespace examwright {
namespace {

constexpr std::size_t shortest_word = 4;       // letters
constexpr std::size_t most_sentences = 2000;   // that hold one word; a word of more tells nothing
constexpr std::size_t longest_sentence = 600;  // bytes; what is longer is no sentence

/// Calls take(hash) for each word of the text that counts, folded.
template <class Take>
void for_each_word(std::string_view text, const Take& take) {
    std::uint32_t hash = 2166136261u;
    std::size_t letters = 0;
    std::string folded;
    for (std::size_t i = 0; i <= text.size();) {
        const auto point = i < text.size() ? decode_at(text, i) : code_point{' ', 1};
        i += point.length;
        if (is_word_part(point.value)) {
            folded.clear();
            append_folded(folded, point.value);
            for (const unsigned char c : folded)
                hash = (hash ^ c) * 16777619u;
            ++letters;
            if (!is_unspaced(point.value))
                continue;
        }
        if (letters >= shortest_word || (letters == 1 && is_unspaced(point.value)))
            take(hash);
        hash = 2166136261u;
        letters = 0;
    }
}

std::vector<std::uint32_t> words_of(std::string_view text) {
    std::vector<std::uint32_t> words;
    for_each_word(text, [&](std::uint32_t hash) { words.push_back(hash); });
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

}  // namespace

supporting_sentences::supporting_sentences(const document_text& document) {
    const auto text = document.text();
    for (const auto& span : split_sentences(text)) {
        if (span.end - span.begin > longest_sentence)
            continue;
        const auto number = static_cast<std::uint32_t>(sentences_.size());
        sentences_.push_back({span.begin, span.end});
        for_each_word(text.substr(span.begin, span.end - span.begin),
                      [&](std::uint32_t hash) { words_.emplace_back(hash, number); });
    }
    std::sort(words_.begin(), words_.end());
    words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
}

passage supporting_sentences::find(std::string_view claim, std::string_view context) const {
    const auto claimed = words_of(claim);
    std::map<std::uint32_t, std::pair<std::size_t, std::size_t>>
        hits;  // by sentence: of the claim, of the context
    const auto look_up = [&](const std::vector<std::uint32_t>& words, bool of_claim) {
        for (const auto word : words) {
            const auto begin = std::lower_bound(words_.begin(), words_.end(), std::pair(word, 0u));
            auto end = begin;
            while (end != words_.end() && end->first == word &&
                   static_cast<std::size_t>(end - begin) <= most_sentences)
                ++end;
            if (static_cast<std::size_t>(end - begin) > most_sentences)
                continue;
            for (auto hit = begin; hit != end; ++hit) {
                if (of_claim)
                    ++hits[hit->second].first;
                else if (const auto known = hits.find(hit->second); known != hits.end())
                    ++known->second.second;
            }
        }
    };
    look_up(claimed, true);
    auto others = words_of(context);
    std::erase_if(others,
                  [&](auto word) { return std::binary_search(claimed.begin(), claimed.end(), word); });
    look_up(others, false);
    const auto needed = claimed.size() <= 2 ? claimed.size() : (claimed.size() * 3 + 4) / 5;
    passage best{0, 0};
    std::pair<std::size_t, std::size_t> most{0, 0};
    for (const auto& [sentence, found] : hits)
        if (found.first >= std::max<std::size_t>(needed, 1) && found.second > 0 && found > most) {
            most = found;
            best = sentences_[sentence];
        }
    return best;
}

}  // namespace examwright
