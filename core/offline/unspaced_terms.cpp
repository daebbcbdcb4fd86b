#include "core/offline/unspaced_terms.hpp"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "core/offline/cloze_material.hpp"
#include "core/offline/unspaced_words.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {

namespace {

struct close_iterator {
    void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};

struct close_text {
    void operator()(UText* text) const { utext_close(text); }
};

/// The boundaries of words, as bytes, from 0 to the text's end.
std::vector<std::size_t> word_boundaries(UBreakIterator* iterator, std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, close_text> opened(
        utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status));
    std::vector<std::size_t> boundaries{0};
    if (U_SUCCESS(status))
        ubrk_setUText(iterator, opened.get(), &status);
    if (U_FAILURE(status))
        return boundaries;
    ubrk_first(iterator);
    for (auto at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator))
        boundaries.push_back(static_cast<std::size_t>(at));
    return boundaries;
}

bool is_alphabetic(char32_t value) {  // Thai, Lao, Tibetan, Myanmar, Khmer
    return (value >= 0x0E00 && value <= 0x109F) || (value >= 0x1780 && value <= 0x17FF);
}

/// A verb, an adjective or a particle of Japanese: it ends in Hiragana.
bool ends_in_hiragana(std::string_view word) {
    const auto last = decode_before(word, word.size()).value;
    return last >= 0x3041 && last <= 0x309F;
}

struct sentence_words {
    std::string_view text;
    std::vector<std::size_t> boundaries;

    std::string_view word(std::size_t i) const {
        return i + 1 < boundaries.size() ? text.substr(boundaries[i], boundaries[i + 1] - boundaries[i])
                                         : std::string_view();
    }
};

bool may_be_term(std::string_view word) {
    if (word.empty() || !is_unspaced(decode_at(word, 0).value) || is_unspaced_function_word(word))
        return false;
    const auto fewest = is_alphabetic(decode_at(word, 0).value) ? 3u : 2u;
    return count_characters(word) >= fewest && !ends_in_hiragana(word);
}

/// Han or Katakana, a letter or a digit: beside it a word of Japanese is a part of a longer one.
bool is_content(std::string_view word) {
    if (word.empty() || is_japanese_particle(word))
        return false;
    const auto first = decode_at(word, 0).value;
    return (is_letter(first) || is_digit(first)) && !ends_in_hiragana(word);
}

bool is_noun(const sentence_words& words, std::size_t i) {
    const auto after = words.word(i + 1);
    const auto before = i > 0 ? words.word(i - 1) : std::string_view();
    const auto first = decode_at(words.word(i), 0).value;
    // Japanese particles stand behind their noun; in Chinese and Thai a verb may stand before the same words.
    const bool katakana = first >= 0x30A0 && first <= 0x30FF;
    if (is_japanese_particle(after) || katakana)
        return !is_content(before) && !is_content(after);
    const bool alphabetic = is_alphabetic(first);
    // Thai sets a blank where a clause ends, and ends its sentences with nothing.
    const bool begins = i == 0 || (alphabetic && before == " ");
    const bool closed = follows_unspaced_noun(after) || (alphabetic && (after.empty() || after == " "));
    return leads_unspaced_noun(before) ? closed : begins && follows_unspaced_noun(after);
}

/// A piece of a word that the dictionary does not know, or a verb: it is neither asked for nor offered.
bool is_never_noun(const sentence_words& words, std::size_t i) {
    const auto after = words.word(i + 1);
    const auto before = i > 0 ? words.word(i - 1) : std::string_view();
    return leads_unspaced_verb(before) || is_word_fragment(before) || is_word_fragment(after) ||
           is_end_of_japanese_verb(after);
}

}  // namespace

std::vector<std::vector<unspaced_term>> find_unspaced_terms(const std::vector<cloze_sentence>& sentences) {
    std::vector<std::vector<unspaced_term>> found(sentences.size());
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UBreakIterator, close_iterator> iterator(
        ubrk_open(UBRK_WORD, "", nullptr, 0, &status));
    if (U_FAILURE(status))
        return found;
    std::vector<sentence_words> all;
    std::unordered_map<std::string_view, int> counts, nouns;
    std::unordered_set<std::string_view> never;
    for (const auto& sentence : sentences) {
        const bool unspaced = std::any_of(sentence.text.begin(), sentence.text.end(), [](char c) {
            return static_cast<unsigned char>(c) >= 0xE0;  // scripts from U+0800 on
        });
        auto& words = all.emplace_back();
        words.text = sentence.text;
        if (unspaced)
            words.boundaries = word_boundaries(iterator.get(), sentence.text);
        for (std::size_t i = 0; i + 1 < words.boundaries.size(); ++i)
            if (may_be_term(words.word(i))) {
                ++counts[words.word(i)];
                nouns[words.word(i)] += is_noun(words, i);
                if (is_never_noun(words, i))
                    never.insert(words.word(i));
            }
    }
    for (std::size_t s = 0; s < all.size(); ++s)
        for (std::size_t i = 0; i + 1 < all[s].boundaries.size(); ++i) {
            const auto word = all[s].word(i);
            const auto count = may_be_term(word) && !never.contains(word) ? counts.at(word) : 0;
            if (count >= 2 || (count > 0 && nouns.at(word) > 0))
                found[s].push_back({all[s].boundaries[i], all[s].boundaries[i + 1],
                                    nouns.at(word) > 0 && nouns.at(word) * 2 >= count, is_noun(all[s], i)});
        }
    return found;
}

}  // namespace examwright
