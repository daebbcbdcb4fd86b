#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
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

/// Words, parted by spaces, by the name that stands for any of them in a phrase: "@noun".
using word_classes = std::map<std::string, std::string, std::less<>>;

/// Phrases to be found among the words of a text. They are written parted by "|"; "the/this" stands for
/// either word, "#" for any word with a digit, "*" for any word, "~" for up to six of
/// them. Words are compared as normalized() leaves them.
class phrase_set {
  public:
    /// Where a harmless phrase stands, nothing is found within it.
    explicit phrase_set(std::string_view phrases, std::string_view harmless = {},
                        const word_classes& classes = {});
    phrase_set(const phrase_set&) = delete;
    phrase_set& operator=(const phrase_set&) = delete;

    /// The first phrase among the words from `from` on that is not within a harmless one.
    std::optional<word_range> find_in(const std::vector<std::string_view>& words, std::size_t from = 0) const;
    /// Whether the words begin with a phrase.
    bool begins(const std::vector<std::string_view>& words) const;
    /// Whether a phrase is all there is.
    bool is(const std::vector<std::string_view>& words) const;

  private:
    struct place {
        std::vector<std::string> alternatives;  // sorted
        bool fits(std::string_view word) const;
        bool is_gap() const;
    };

    struct phrase {
        std::vector<place> places;
        bool harmless = false;
    };

    /// How many words a phrase of this kind that stands at `at` covers, the longest one; 0 for none.
    std::size_t covered(const std::vector<std::string_view>& words, std::size_t at, bool harmless) const;
    void add(std::string_view phrases, bool harmless, const word_classes& classes);
    /// How many words the phrase from `place` on covers at `at`; 0 where it does not stand there.
    static std::size_t length_at(const phrase& sought, std::size_t place,
                                 const std::vector<std::string_view>& words, std::size_t at);

    std::deque<phrase> phrases_;
    std::unordered_map<std::string_view, std::vector<const phrase*>> by_first_word_;
};

}  // namespace examwright
