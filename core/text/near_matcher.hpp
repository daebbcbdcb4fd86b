#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace examwright {

/// Finds a run of words that is nearly another: at least 85 in 100 of its words in their order, each the
/// same but for a misread letter, with no number among those missing and no "not" too many or too few. For
/// quotes from scanned pages, or with a page's footer and header in their midst.
class near_matcher {
  public:
    /// The stretch, folded; it must outlive this.
    explicit near_matcher(std::string_view stretch);

    /// The bytes [first, second) of the stretch. Nothing for a quote of fewer than 5 words.
    std::optional<std::pair<std::size_t, std::size_t>> find(std::string_view folded_quote) const;

  private:
    using words = std::vector<std::string_view>;
    struct alignment {
        std::size_t matched = 0;
        std::size_t first = 0;  // words of the stretch
        std::size_t last = 0;
        bool lost_number = false;
    };

    std::vector<std::size_t> likely_starts(const words& quote) const;
    alignment align(const words& quote, std::size_t start) const;
    bool says_the_same(const words& quote, const alignment& found) const;

    std::string_view stretch_;
    words words_;
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> places_;
};

}  // namespace examwright
