#include "core/quality/same_question.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "core/language/content_words.hpp"
#include "core/quality/question_words.hpp"
#include "core/quality/specific_words.hpp"
#include "core/text/normalize.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

/// Words that change what a stem asks, although they carry no subject.
constexpr std::string_view turning_words[] = {
    "not",    "except",  "least", "never",  "no",       "without",  "who",       "whose",     "when",
    "where",  "why",     "how",   "many",   "much",     "first",    "second",    "third",     "last",
    "before", "after",   "left",  "right",  "increase", "decrease", "increases", "decreases", "more",
    "less",   "higher",  "lower", "during", "cause",    "causes",   "result",    "results",   "type",
    "kind",   "example", "most",  "all",    "only"};

using word_bag = std::multiset<std::string>;

/// A stem taken apart: its words, and which of them stand for its subject.
struct stem_words {
    word_bag all;
    word_bag content;
    std::set<std::string> names;  // capitalised within the stem, or with a digit
    std::size_t longest = 0;
    bool framed = false;  // some frame words were left out
    bool unspaced = false;
};

/// What English questions are made of beside their subject. Other languages go by all their words.
bool is_english_frame(std::string_view word) {
    return is_frame_word(language::english, word) && !is_among(word, turning_words);
}

bool has_blank(std::string_view stem) {
    const auto holds_sign = [&](std::string_view sign) { return stem.find(sign) != stem.npos; };
    return holds_sign("_") || holds_sign("....") || holds_sign("[blank]") || holds_sign("（ ") ||
           holds_sign("（　");
}

stem_words take_apart(std::string_view stem, std::string_view squeezed) {
    stem_words found;
    found.names = specific_words(stem);
    for (const auto word : split_words(squeezed)) {
        found.all.emplace(word);
        found.unspaced = found.unspaced || is_unspaced(decode_at(word, 0).value);
        if (is_english_frame(word)) {
            found.framed = true;
            continue;
        }
        found.content.emplace(word);
        found.longest = std::max(found.longest, word.size());
    }
    return found;
}

/// What left has beyond right.
word_bag beyond(const word_bag& left, const word_bag& right) {
    word_bag rest;
    std::set_difference(left.begin(), left.end(), right.begin(), right.end(),
                        std::inserter(rest, rest.end()));
    return rest;
}

bool mostly_shared(const word_bag& left, const word_bag& right) {
    const auto shared = left.size() - beyond(left, right).size();
    return is_most(shared, left.size(), right.size());
}

/// Whether one of the words is what the stem is about, so that with another word it asks something else.
bool turns_on(const word_bag& words, const stem_words& stem, bool replaced) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        const bool subject = replaced && (word.size() >= stem.longest || stem.names.count(word) > 0);
        return subject || has_digit(word) || is_among(word, turning_words);
    });
}

bool same_key(const question& left, const question& right) {
    return normalized(left.options[left.correct]) == normalized(right.options[right.correct]);
}

bool same_place(const quote_place& left, const quote_place& right) {
    const auto begin = std::max(left.begin, right.begin);
    const auto end = std::min(left.end, right.end);
    const auto shorter = std::min(left.end - left.begin, right.end - right.begin);
    return begin < end && (end - begin) * 2 >= shorter;
}

}  // namespace

bool asks_the_same(std::string_view left, std::string_view right) {
    const auto squeezed_left = normalized(left);
    const auto squeezed_right = normalized(right);
    if (squeezed_left.empty() || squeezed_right.empty())
        return false;
    if (squeezed_left == squeezed_right)
        return true;
    if (has_blank(left) || has_blank(right))
        return false;  // a sentence has several words to leave out, a document sentences alike
    const auto a = take_apart(left, squeezed_left);
    const auto b = take_apart(right, squeezed_right);
    if (!mostly_shared(a.all, b.all) || !mostly_shared(a.content, b.content) || a.content.empty())
        return false;
    const auto only_a = beyond(a.content, b.content);
    const auto only_b = beyond(b.content, a.content);
    const bool replaced = !only_a.empty() && !only_b.empty();
    // One word in a short stem is what tells it from its neighbour.
    const std::size_t enough = a.framed && b.framed ? 5 : 7;
    if (replaced && (a.unspaced || std::min(a.content.size(), b.content.size()) < enough))
        return false;
    return !turns_on(only_a, a, replaced) && !turns_on(only_b, b, replaced);
}

bool repeats_answer(const question& left, const question& right) {
    return same_key(left, right) && normalized(left.source_quote) == normalized(right.source_quote);
}

bool repeats_answer(const grounded_question& left, const grounded_question& right) {
    return repeats_answer(left.content, right.content) ||
           (same_place(left.place, right.place) && same_key(left.content, right.content));
}

}  // namespace examwright
