#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace examwright {

/// Words of a list, by the index of the first.
struct word_range {
    std::size_t first = 0;
    std::size_t count = 0;
};

/// Phrases to be found among the words of a text. They are written parted by "|"; "the/this" stands for
/// either word, "#" for any word with a digit, "*" behind the first word for any word. Words are compared as
/// normalized() leaves them.
class phrase_set {
  public:
    /// Where a harmless phrase stands, nothing is found within it.
    explicit phrase_set(std::string_view phrases, std::string_view harmless = {});
    phrase_set(const phrase_set&) = delete;
    phrase_set& operator=(const phrase_set&) = delete;

    /// The first phrase among the words that is not within a harmless one.
    std::optional<word_range> find_in(const std::vector<std::string_view>& words) const;
    /// Whether the words begin with a phrase.
    bool begins(const std::vector<std::string_view>& words) const;
    /// Whether a phrase is all there is.
    bool is(const std::vector<std::string_view>& words) const;

  private:
    struct phrase {
        std::vector<std::vector<std::string>> words;  // each with its alternatives
        bool harmless = false;
    };

    /// How many words a phrase of this kind that stands at `at` covers, the longest one; 0 for none.
    std::size_t covered(const std::vector<std::string_view>& words, std::size_t at, bool harmless) const;
    void add(std::string_view phrases, bool harmless);
    static bool stands_at(const phrase& sought, const std::vector<std::string_view>& words, std::size_t at);

    std::deque<phrase> phrases_;
    std::unordered_map<std::string_view, std::vector<const phrase*>> by_first_word_;
};

}  // namespace examwright
