#pragma once

#include <array>
#include <bitset>
#include <string_view>
#include <vector>

namespace examwright {

enum class language {
    unknown,
    english,
    german,
    french,
    spanish,
    portuguese,
    hindi,
    other_script,  // none of these, by its letters
};

struct language_guess {
    language value = language::unknown;
    bool certain = false;  // enough words that only this language has; never so for a short text
};

/// Counts the words that tell a language. Votes for the parts of a text add up to those for the whole.
class language_votes {
  public:
    language_votes() = default;
    /// Words as normalized() and split_words() leave them.
    explicit language_votes(const std::vector<std::string_view>& words);

    language_votes& operator+=(const language_votes& other);
    language_guess guess() const;

    static constexpr std::size_t told_apart = 15;  // the six, and some that are only to be kept from them
    static constexpr std::size_t most_stop_words = 1536;  // of all languages together

  private:
    std::array<int, told_apart> weights() const;

    std::bitset<most_stop_words> seen_;  // a name that looks like a word tells nothing by coming often
    std::array<int, told_apart> hits_{};
    int words_ = 0;
    int foreign_ = 0;  // words in neither Latin nor Devanagari letters
};

/// By its stop words and its letters. Of a long text only the first part is read.
language_guess guess_language(std::string_view text);

/// Whether a folded word carries no subject in this language. False for every word of one without a list.
bool is_stop_word(language spoken, std::string_view folded);

}  // namespace examwright
