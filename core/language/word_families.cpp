#include "core/language/word_families.hpp"

#include <algorithm>

#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

constexpr std::size_t most_compared = 200;  // families that begin alike

/// What all forms of a word begin with: three letters.
std::string start_of(std::string_view folded) {
    std::size_t end = 0;
    for (int letters = 0; letters < 3 && end < folded.size(); ++letters)
        end += decode_at(folded, end).length;
    return std::string(folded.substr(0, end));
}

/// Short words differ by a letter or two from words that have nothing to do with them.
bool is_form_of(language spoken, const stemmed_word& left, const stemmed_word& right) {
    constexpr std::size_t shortest = 6;  // letters
    if (left.stem == right.stem)
        return true;
    return std::min(count_characters(left.folded), count_characters(right.folded)) >= shortest &&
           same_word_family(spoken, left, right);
}

}  // namespace

std::uint32_t word_families::of(language spoken, std::string_view folded) {
    const auto [known, is_new] = known_.try_emplace(std::string(folded), 0);
    if (is_new)
        known->second = find_or_add(spoken, folded);
    return known->second;
}

std::uint32_t word_families::find_or_add(language spoken, std::string_view folded) {
    constexpr std::size_t shortest = 4;  // letters; what is shorter has no forms
    if (count_characters(folded) < shortest || has_digit(folded))
        return size_++;
    const stemmed_word word(spoken, folded);
    auto& alike = by_start_[start_of(folded)];
    for (const auto& each : alike)
        if (is_form_of(spoken, each.word, word))
            return each.family;
    if (alike.size() < most_compared)
        alike.push_back({word, size_});
    return size_++;
}

}  // namespace examwright
