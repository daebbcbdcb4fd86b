#include "core/generation/supporting_sentences.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "core/document/sentences.hpp"
#include "core/language/stemmer.hpp"
#include "core/text/stable_hash.hpp"
#include "core/text/unicode.hpp"

namespace examwright {
namespace {

constexpr std::size_t most_sentences = 2000;   // that hold one word; a word of more tells nothing
constexpr std::size_t longest_sentence = 600;  // bytes; what is longer is no sentence

/// Reads the words that count off texts of one language, as hashes of their stems.
class word_reader {
  public:
    explicit word_reader(language spoken) : spoken_(spoken) {}

    /// Calls take(hash) for each.
    template <class Take>
    void read(std::string_view text, const Take& take) {
        std::string folded;
        std::size_t letters = 0;
        bool marked = false;  // it has a capital or a digit
        for (std::size_t i = 0; i <= text.size();) {
            const auto point = i < text.size() ? decode_at(text, i) : code_point{' ', 1};
            i += point.length;
            const bool unspaced = is_unspaced(point.value);
            if (is_word_part(point.value) && !unspaced) {
                append_folded(folded, point.value);
                marked = marked || is_upper(point.value) || is_digit(point.value);
                ++letters;
                continue;
            }
            if (letters > 0)
                if (const auto hash = hash_of(folded, letters, marked))
                    take(*hash);
            folded.clear();
            letters = 0;
            marked = false;
            if (unspaced) {
                append_folded(folded, point.value);
                take(hash_letters(folded));
                folded.clear();
            }
        }
    }

  private:
    static std::uint32_t hash_letters(std::string_view word) {
        return static_cast<std::uint32_t>(stable_hash(word));
    }

    /// nullopt for a word that carries no subject.
    std::optional<std::uint32_t> hash_of(const std::string& folded, std::size_t letters, bool marked) {
        const auto [known, is_new] = known_.try_emplace(folded);
        if (is_new && !is_stop_word(spoken_, folded))
            known->second = hash_letters(stemmed_word(spoken_, folded).stem);
        // A short word counts where the list of stop words has left it.
        const std::size_t shortest = marked ? 1 : words_of_language() ? 2 : 4;
        return letters >= shortest ? known->second : std::nullopt;
    }

    bool words_of_language() const {
        return spoken_ != language::unknown && spoken_ != language::other_script;
    }

    language spoken_;
    std::unordered_map<std::string, std::optional<std::uint32_t>> known_;
};

}  // namespace

supporting_sentences::supporting_sentences(const document_text& document)
    : spoken_(guess_language(document.text()).value) {
    const auto text = document.text();
    word_reader reader(spoken_);
    for (const auto& span : split_sentences(text)) {
        if (span.end - span.begin > longest_sentence)
            continue;
        const auto number = static_cast<std::uint32_t>(sentences_.size());
        sentences_.push_back({span.begin, span.end});
        reader.read(text.substr(span.begin, span.end - span.begin),
                    [&](std::uint32_t hash) { words_.emplace_back(hash, number); });
    }
    std::sort(words_.begin(), words_.end());
    words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
}

std::vector<std::uint32_t> supporting_sentences::words_of(std::string_view text) const {
    std::vector<std::uint32_t> words;
    word_reader(spoken_).read(text, [&](std::uint32_t hash) { words.push_back(hash); });
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
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
