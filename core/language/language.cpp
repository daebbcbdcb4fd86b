#include "core/language/language.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <stdexcept>
#include <string>
#include <unordered_map>

#include "core/language/word_lists.hpp"
#include "core/text/normalize.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

/// Languages that share words with the six and would else be taken for one of them.
constexpr std::string_view look_alikes[] = {
    // Italian
    "il lo la gli di del della dello dei delle che è e in un una con per non si sono nel nella come da dal "
    "dalla ha al alla più questo quale",
    // Dutch
    "de het een en van in is dat die op te zijn met voor niet aan er om ook als door naar deze wordt welke "
    "worden was hebben heeft of bij uit",
    // Swedish, Danish, Norwegian
    "och att det som en ett är av för den till på med i inte har de om vilken og et er af til den der ikke "
    "på var ved hvilken",
    // Polish
    "i w z na się nie do to jest że od o jak przez dla po są który która oraz jego",
    // Hungarian
    "az és hogy nem egy ez van mert csak volt mint vagy melyik azt ezt lehet kell minden milyen",
    // Turkish
    "ve bir bu için ile ne hangi olan olarak gibi daha çok aşağıdakilerden hangisi değildir değil",
    // Croatian, Serbian
    "koji koja koje što kao nije iz sa ili prema kod",
    // Albanian
    "të në një është që nga dhe cila cili prej janë",
    // Latin
    "et in est non ad ut cum sunt ex qui quae quod sed per ab esse",
};

constexpr language with_words[] = {language::english, language::german,     language::french,
                                   language::spanish, language::portuguese, language::hindi};
constexpr std::size_t spoken_here = std::size(with_words);
static_assert(spoken_here + std::size(look_alikes) == language_votes::told_apart);

constexpr int full_weight = 60;  // of a word that one language alone has; divisible by 2 to 6

/// Each stop word with a bit for each language that has it.
class vocabulary {
  public:
    vocabulary() {
        for (std::size_t i = 0; i < spoken_here; ++i)
            add(words_of(with_words[i])->stop_words, i);
        for (std::size_t i = 0; i < std::size(look_alikes); ++i)
            add(look_alikes[i], spoken_here + i);
    }
    struct entry {
        std::size_t number = 0;       // of the word, from 0
        std::uint32_t languages = 0;  // bits
    };
    entry find(std::string_view word) const {
        const auto found = words_.find(word);
        return found == words_.end() ? entry{} : found->second;
    }
    std::uint32_t languages_of(std::size_t number) const { return languages_[number]; }
    std::size_t size() const { return languages_.size(); }

  private:
    void add(std::string_view list, std::size_t index) {
        const auto& text = texts_.emplace_back(normalized(list));
        for (const auto word : split_words(text)) {
            auto& known = words_.try_emplace(word, entry{languages_.size(), 0}).first->second;
            known.languages |= 1u << index;
            languages_.resize(words_.size());
            languages_[known.number] = known.languages;
        }
        if (words_.size() > language_votes::most_stop_words)
            throw std::logic_error("more stop words than language_votes counts");
    }

    std::deque<std::string> texts_;
    std::unordered_map<std::string_view, entry> words_;
    std::vector<std::uint32_t> languages_;
};

const vocabulary& all_stop_words() {
    static const vocabulary words;
    return words;
}

bool in_foreign_letters(std::string_view word) {
    const auto first = decode_at(word, 0).value;
    const bool ours =
        first < 0x370 || (first >= 0x900 && first < 0x980) || (first >= 0x1E00 && first < 0x1F00);
    return !ours && is_letter(first);
}

}  // namespace

language_votes::language_votes(const std::vector<std::string_view>& words) {
    const auto& stop_words = all_stop_words();
    for (const auto word : words) {
        ++words_;
        foreign_ += in_foreign_letters(word);
        const auto known = stop_words.find(word);
        if (known.languages == 0)
            continue;
        seen_.set(known.number);
        for (std::size_t i = 0; i < told_apart; ++i)
            hits_[i] += known.languages >> i & 1u;
    }
}

language_votes& language_votes::operator+=(const language_votes& other) {
    seen_ |= other.seen_;
    for (std::size_t i = 0; i < told_apart; ++i)
        hits_[i] += other.hits_[i];
    words_ += other.words_;
    foreign_ += other.foreign_;
    return *this;
}

std::array<int, language_votes::told_apart> language_votes::weights() const {
    const auto& words = all_stop_words();
    std::array<int, told_apart> weights{};
    for (std::size_t number = 0; number < words.size(); ++number) {
        if (!seen_[number])
            continue;
        const auto bits = words.languages_of(number);
        int owners = 0;
        for (auto rest = bits; rest != 0; rest &= rest - 1)
            ++owners;
        for (std::size_t i = 0; i < told_apart; ++i)
            if (bits >> i & 1u)
                weights[i] += full_weight / owners;
    }
    return weights;
}

language_guess language_votes::guess() const {
    constexpr int enough_foreign = 12;
    if (foreign_ * 2 > words_)
        return {language::other_script, foreign_ >= enough_foreign};
    const auto weights = this->weights();
    const auto best = std::max_element(weights.begin(), weights.end());
    const auto index = static_cast<std::size_t>(best - weights.begin());
    if (*best == 0 || index >= spoken_here)
        return {};
    int second = 0;
    for (std::size_t i = 0; i < told_apart; ++i)
        second = i == index ? second : std::max(second, weights[i]);
    if (*best < second * 2)
        return {};
    const bool certain = hits_[index] >= 4 && *best >= 2 * full_weight && hits_[index] * 5 >= words_;
    return {with_words[index], certain};
}

language_guess guess_language(std::string_view text) {
    constexpr std::size_t enough = 100'000;  // bytes
    if (text.size() > enough)
        text = text.substr(0, code_point_start(text, enough));
    const auto folded = normalized(text);
    return language_votes(split_words(folded)).guess();
}

bool is_stop_word(language spoken, std::string_view folded) {
    const auto* found = std::find(std::begin(with_words), std::end(with_words), spoken);
    return found != std::end(with_words) &&
           (all_stop_words().find(folded).languages >> (found - std::begin(with_words)) & 1u);
}

}  // namespace examwright
