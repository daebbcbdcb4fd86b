#include "core/text/near_matcher.hpp"

#include <algorithm>
#include <string>

#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

constexpr std::size_t fewest_words = 5;
constexpr std::size_t most_words = 200;  // of a quote that is looked at
constexpr std::size_t most_tries = 6;
constexpr std::size_t page_break_words = 8;  // a footer and a header in the midst of a sentence

/// How far a stretch's words may be shifted against the quote's.
std::size_t drift(std::size_t quote_words) {
    return quote_words / 6 + 2;
}

bool is_negation(std::string_view word) {
    static const std::string negations = casefold(
        "|not|no|never|without|cannot|nicht|kein|keine|keinen|keiner|nie|niemals|ohne|pas|jamais|sans|aucun|"
        "aucune|nunca|sin|ninguna|não|sem|nenhuma|नहीं|");
    return negations.find("|" + std::string(word) + "|") != negations.npos;
}

/// "No. 5" negates nothing.
template <class Iterator>
std::size_t count_negations(Iterator word, Iterator end) {
    std::size_t count = 0;
    for (; word != end; ++word)
        count += is_negation(*word) && (word + 1 == end || !has_digit(*(word + 1)));
    return count;
}

}  // namespace

near_matcher::near_matcher(std::string_view stretch) : stretch_(stretch), words_(split_words(stretch)) {
    for (std::size_t i = 0; i < words_.size(); ++i)
        places_[words_[i]].push_back(static_cast<std::uint32_t>(i));
}

std::optional<std::pair<std::size_t, std::size_t>> near_matcher::find(std::string_view folded_quote) const {
    const auto quote = split_words(folded_quote);
    if (quote.size() < fewest_words || quote.size() > most_words)
        return std::nullopt;
    alignment best;
    for (const auto start : likely_starts(quote)) {
        const auto found = align(quote, start);
        if (found.matched > best.matched && says_the_same(quote, found))
            best = found;
    }
    if (best.matched * 100 < quote.size() * 85)
        return std::nullopt;
    const auto& last = words_[best.last];
    return std::pair(static_cast<std::size_t>(words_[best.first].data() - stretch_.data()),
                     static_cast<std::size_t>(last.data() + last.size() - stretch_.data()));
}

bool near_matcher::says_the_same(const words& quote, const alignment& found) const {
    const auto at = [this](std::size_t word) { return words_.begin() + static_cast<std::ptrdiff_t>(word); };
    return !found.lost_number && count_negations(quote.begin(), quote.end()) ==
                                     count_negations(at(found.first), at(found.last + 1));
}

/// Where the quote would begin by most of its words: each of them that the stretch has votes for its place.
std::vector<std::size_t> near_matcher::likely_starts(const words& quote) const {
    const auto size = words_.size() + quote.size();
    std::vector<std::uint16_t> votes(size + 1, 0);
    for (std::size_t i = 0; i < quote.size(); ++i) {
        const auto found = places_.find(quote[i]);
        if (found == places_.end())
            continue;
        for (const auto place : found->second)
            ++votes[place + quote.size() - i];
    }
    const auto width = 2 * drift(quote.size()) + 1;
    std::vector<std::pair<std::uint32_t, std::size_t>> ranked;  // votes within a drift, and the middle
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < size; ++i) {
        sum += votes[i];
        if (i >= width)
            sum -= votes[i - width];
        if (sum * 4 >= quote.size())
            ranked.emplace_back(sum, i - std::min(i, width / 2));
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](auto& a, auto& b) { return a.first > b.first; });
    std::vector<std::size_t> starts;
    for (const auto& [count, middle] : ranked) {
        const auto start = middle - std::min(middle, quote.size());
        const auto near = [&, at = start](std::size_t other) {
            return (other > at ? other - at : at - other) < width;
        };
        if (std::none_of(starts.begin(), starts.end(), near))
            starts.push_back(start);
        if (starts.size() == most_tries)
            break;
    }
    return starts;
}

/// The best alignment within a window around start: 2 for a word found, 1 off for a word of the stretch
/// passed over in between, so that a stray word far away is not worth having.
near_matcher::alignment near_matcher::align(const words& quote, std::size_t start) const {
    const auto slack = 2 * drift(quote.size()) + page_break_words;
    const auto from = start - std::min(start, slack);
    const auto width = std::min(words_.size(), start + quote.size() + slack) - from;
    std::vector<int> scores((quote.size() + 1) * (width + 1), 0);
    const auto at = [&](std::size_t i, std::size_t j) -> int& { return scores[i * (width + 1) + j]; };
    const auto same = [&](std::size_t i, std::size_t j) {
        return nearly_same_word(quote[i], words_[from + j]);
    };
    for (std::size_t i = quote.size(); i-- > 0;)
        for (std::size_t j = width; j-- > 0;)
            at(i, j) = std::max({same(i, j) ? at(i + 1, j + 1) + 2 : 0, at(i + 1, j), at(i, j + 1) - 1});
    std::size_t j = 0;
    for (std::size_t other = 1; other < width; ++other)
        if (at(0, other) > at(0, j))
            j = other;
    alignment found;
    for (std::size_t i = 0; i < quote.size();) {
        if (j < width && at(i, j) == at(i + 1, j + 1) + 2 && same(i, j)) {
            if (found.matched++ == 0)
                found.first = from + j;
            found.last = from + j;
            ++i, ++j;
        } else if (j < width && at(i, j) > at(i + 1, j)) {
            ++j;
        } else {
            found.lost_number = found.lost_number || is_digit(decode_at(quote[i], 0).value);
            ++i;
        }
    }
    return found;
}

}  // namespace examwright
