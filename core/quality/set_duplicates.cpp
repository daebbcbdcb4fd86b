#include "core/quality/set_duplicates.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/language/content_words.hpp"
#include "core/quality/question_words.hpp"
#include "core/quality/same_question.hpp"
#include "core/quality/specific_words.hpp"
#include "core/text/normalize.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

using word_ids = std::vector<std::uint32_t>;

constexpr std::size_t most_compared = 64;  // questions that share one word; stems of one pattern share many
constexpr std::size_t most_looked_at = 3;  // of those, word by word; the likest come first

/// How many ids two sorted lists share.
std::size_t shared_ids(const word_ids& left, const word_ids& right) {
    std::size_t shared = 0;
    for (auto a = left.begin(), b = right.begin(); a != left.end() && b != right.end();) {
        if (*a == *b)
            ++shared, ++a, ++b;
        else
            *a < *b ? ++a : ++b;
    }
    return shared;
}

bool mostly_shared(const word_ids& left, const word_ids& right) {
    return is_most(shared_ids(left, right), left.size(), right.size());
}

/// Gives each word a number.
class word_numbers {
  public:
    std::uint32_t of(std::string_view word) {
        return numbers_.try_emplace(std::string(word), static_cast<std::uint32_t>(numbers_.size()))
            .first->second;
    }
    word_ids of_all(const std::vector<std::string_view>& words) {
        word_ids ids;
        for (const auto word : words)
            ids.push_back(of(word));
        std::sort(ids.begin(), ids.end());
        return ids;
    }
    std::size_t size() const { return numbers_.size(); }

  private:
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// A text's words that tell which of several like things it speaks of, by their numbers.
word_ids specific_of(std::string_view text, const text_words& apart, word_numbers& numbers) {
    const auto words = specific_words(text, language_votes(apart.words).guess().value);
    return numbers.of_all({words.begin(), words.end()});
}

/// Each of two says something specific that the other does not: they speak of two things.
bool speak_of_two(const word_ids& left, const word_ids& right) {
    return !std::includes(left.begin(), left.end(), right.begin(), right.end()) &&
           !std::includes(right.begin(), right.end(), left.begin(), left.end());
}

/// The content words of a stem, each once.
word_ids content_of(const text_words& stem, word_numbers& numbers) {
    const auto spoken = language_votes(stem.words).guess().value;
    std::vector<std::string_view> content;
    for (const auto word : stem.words)
        if (is_content_word(spoken, word))
            content.push_back(word);
    auto ids = numbers.of_all(content);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

/// Each stem's words by their numbers, the rarest of the set first, so that likes share one of their first.
std::vector<word_ids> rarest_first(std::vector<word_ids> all, std::size_t words) {
    std::vector<std::uint32_t> uses(words, 0);
    for (const auto& ids : all)
        for (const auto id : ids)
            ++uses[id];
    for (auto& ids : all)
        std::sort(ids.begin(), ids.end(), [&](std::uint32_t left, std::uint32_t right) {
            return std::pair(uses[left], left) < std::pair(uses[right], right);
        });
    return all;
}

}  // namespace

std::vector<question_pair> near_duplicate_stems(const std::vector<question>& questions) {
    word_numbers numbers;
    std::vector<word_ids> stems;
    stems.reserve(questions.size());
    for (const auto& question : questions)
        stems.push_back(numbers.of_all(text_words(question.stem).words));
    const auto ordered = rarest_first(stems, numbers.size());
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> by_word;
    std::vector<question_pair> pairs;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        // Of two stems with 3 in 4 words in common, one of the rarest fourth (and one more) is among them.
        const auto telling = std::min(ordered[i].size(), ordered[i].size() / 4 + 1);
        std::size_t first = questions.size(), looked_at = 0;
        for (std::size_t w = 0; w < telling; ++w)
            for (const auto other : by_word[ordered[i][w]])
                if (other < first && mostly_shared(stems[other], stems[i]) &&
                    (stems[other] == stems[i] || ++looked_at <= most_looked_at) &&
                    asks_the_same(questions[other].stem, questions[i].stem))
                    first = other;
        if (first < questions.size())
            pairs.emplace_back(first, i);
        for (std::size_t w = 0; w < telling; ++w)
            if (auto& sharing = by_word[ordered[i][w]]; sharing.size() < most_compared)
                sharing.push_back(i);
    }
    return pairs;
}

std::vector<question_pair> repeated_answers(const std::vector<question>& questions) {
    constexpr std::size_t shortest_quote = 4,
                          longest_quote = 60;  // words; a title or a chapter tells nothing
    word_numbers numbers;
    std::vector<word_ids> stems, quotes, specific;
    std::unordered_map<std::string, std::vector<std::size_t>> by_key;
    std::vector<question_pair> pairs;
    const auto is_quote = [&](const word_ids& words) {
        return words.size() >= shortest_quote && words.size() <= longest_quote;
    };
    for (std::size_t i = 0; i < questions.size(); ++i) {
        stems.push_back(content_of(text_words(questions[i].stem), numbers));
        const text_words quote(questions[i].source_quote);
        quotes.push_back(numbers.of_all(quote.words));
        specific.push_back(specific_of(questions[i].source_quote, quote, numbers));
        auto& answered = by_key[normalized(questions[i].options.at(questions[i].correct))];
        for (const auto other : answered) {
            const bool quoted = is_quote(quotes[other]) && is_quote(quotes[i]);
            const auto longer = std::max(stems[other].size(), stems[i].size());
            if (quoted
                    ? mostly_shared(quotes[other], quotes[i]) && !speak_of_two(specific[other], specific[i])
                    : longer > 0 && shared_ids(stems[other], stems[i]) * 2 >= longer) {
                pairs.emplace_back(other, i);
                break;
            }
        }
        if (answered.size() < most_compared)
            answered.push_back(i);
    }
    return pairs;
}

}  // namespace examwright
