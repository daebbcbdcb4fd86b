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

phrase_set::phrase_set(std::string_view phrases, std::string_view harmless, const word_classes& classes) {
    add(phrases, false, classes);
    add(harmless, true, classes);
}

void phrase_set::add(std::string_view phrases, bool harmless, const word_classes& classes) {
    for (const auto written : parts_of(phrases, '|')) {
        const auto folded = normalized(written);
        auto& added = phrases_.emplace_back();
        added.harmless = harmless;
        for (const auto word : split_words(folded)) {
            auto& alternatives = added.places.emplace_back().alternatives;
            for (const auto each : parts_of(word, '/'))
                if (const auto named = classes.find(each); named != classes.end())
                    for (const auto one : parts_of(named->second, ' '))
                        alternatives.push_back(normalized(one));
                else
                    alternatives.emplace_back(each);
            std::sort(alternatives.begin(), alternatives.end());
        }
        for (const auto& first : added.places.front().alternatives)
            by_first_word_[first].push_back(&added);
    }
}

bool phrase_set::place::fits(std::string_view word) const {
    if (alternatives.empty())
        return false;
    const auto& first = alternatives.front();  // signs are sorted before letters
    return first == "*" || (first == "#" && has_digit(word)) ||
           std::binary_search(alternatives.begin(), alternatives.end(), word);
}

bool phrase_set::place::is_gap() const {
    return !alternatives.empty() && alternatives.front() == "~";
}

std::size_t phrase_set::length_at(const phrase& sought, std::size_t place,
                                  const std::vector<std::string_view>& words, std::size_t at) {
    constexpr std::size_t widest_gap = 6;
    const auto begin = at;
    for (; place < sought.places.size(); ++place, ++at) {
        const auto& sought_word = sought.places[place];
        if (sought_word.is_gap()) {
            for (std::size_t skipped = 0; skipped <= widest_gap && at + skipped < words.size(); ++skipped)
                if (const auto rest = length_at(sought, place + 1, words, at + skipped); rest > 0)
                    return at + skipped + rest - begin;
            return 0;
        }
        if (at == words.size() || !sought_word.fits(words[at]))
            return 0;
    }
    return at - begin;
}

std::size_t phrase_set::covered(const std::vector<std::string_view>& words, std::size_t at,
                                bool harmless) const {
    std::size_t longest = 0;
    for (const auto first : {words[at], std::string_view("*")})
        if (const auto beginning = by_first_word_.find(first); beginning != by_first_word_.end())
            for (const auto* each : beginning->second)
                if (each->harmless == harmless)
                    longest = std::max(longest, length_at(*each, 0, words, at));
    return longest;
}

std::optional<word_range> phrase_set::find_in(const std::vector<std::string_view>& words,
                                              std::size_t from) const {
    for (std::size_t at = from; at < words.size();) {
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
