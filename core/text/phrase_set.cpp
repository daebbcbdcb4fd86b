#include "core/text/phrase_set.hpp"

#include <algorithm>

#include "core/text/normalize.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

/// The parts between the separators, empty ones left out.
std::vector<std::string_view> parts_of(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find(separator), text.size());
        if (end > 0)
            parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

}  // namespace

phrase_set::phrase_set(std::string_view phrases, std::string_view harmless) {
    add(phrases, false);
    add(harmless, true);
}

void phrase_set::add(std::string_view phrases, bool harmless) {
    for (const auto written : parts_of(phrases, '|')) {
        const auto folded = normalized(written);
        auto& added = phrases_.emplace_back();
        added.harmless = harmless;
        for (const auto word : split_words(folded)) {
            auto& alternatives = added.words.emplace_back();
            for (const auto each : parts_of(word, '/'))
                alternatives.emplace_back(each);
        }
        for (const auto& first : added.words.front())
            by_first_word_[first].push_back(&added);
    }
}

bool phrase_set::stands_at(const phrase& sought, const std::vector<std::string_view>& words, std::size_t at) {
    if (words.size() - at < sought.words.size())
        return false;
    for (const auto& alternatives : sought.words) {
        const auto word = words[at++];
        const auto fits = [word](const std::string& one) {
            return one == "*" || (one == "#" ? has_digit(word) : one == word);
        };
        if (std::none_of(alternatives.begin(), alternatives.end(), fits))
            return false;
    }
    return true;
}

std::size_t phrase_set::covered(const std::vector<std::string_view>& words, std::size_t at,
                                bool harmless) const {
    std::size_t longest = 0;
    if (const auto beginning = by_first_word_.find(words[at]); beginning != by_first_word_.end())
        for (const auto* each : beginning->second)
            if (each->harmless == harmless && stands_at(*each, words, at))
                longest = std::max(longest, each->words.size());
    return longest;
}

std::optional<word_range> phrase_set::find_in(const std::vector<std::string_view>& words) const {
    for (std::size_t at = 0; at < words.size();) {
        const auto harmless = covered(words, at, true);
        if (harmless == 0)
            if (const auto count = covered(words, at, false); count > 0)
                return word_range{at, count};
        at += std::max<std::size_t>(harmless, 1);
    }
    return std::nullopt;
}

bool phrase_set::begins(const std::vector<std::string_view>& words) const {
    return !words.empty() && covered(words, 0, true) == 0 && covered(words, 0, false) > 0;
}

bool phrase_set::is(const std::vector<std::string_view>& words) const {
    return !words.empty() && covered(words, 0, false) == words.size();
}

}  // namespace examwright
