#include "core/quality/subject_terms.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>

#include "core/document/sentences.hpp"
#include "core/language/content_words.hpp"
#include "core/language/word_families.hpp"
#include "core/text/unicode.hpp"

namespace examwright {
namespace {

constexpr std::size_t most_terms = 5;

/// Counts in how many texts each word stands, whatever its form.
class term_counts {
  public:
    explicit term_counts(language spoken) : spoken_(spoken) {}

    void add(std::string_view text) {
        std::unordered_set<std::uint32_t> met;
        for (const auto& each : content_words_of(spoken_, text)) {
            const auto family = families_.of(spoken_, each.word.folded);
            if (!met.insert(family).second)
                continue;
            auto& found = counts_[family];
            if (found.texts++ == 0)
                found.word = each.word.folded;
        }
        ++texts_;
    }

    /// Those of a text in `share`, and of `fewest` texts.
    std::vector<std::string> most_frequent(std::size_t share, std::size_t fewest) const {
        std::vector<std::pair<std::size_t, std::string>> frequent;
        for (const auto& [family, found] : counts_)
            if (found.texts >= fewest && found.texts * share >= texts_)
                frequent.emplace_back(texts_ - found.texts, found.word);
        std::sort(frequent.begin(), frequent.end());
        frequent.resize(std::min(frequent.size(), most_terms));
        std::vector<std::string> words;
        words.reserve(frequent.size());
        for (auto& [rest, word] : frequent)
            words.push_back(std::move(word));
        return words;
    }

  private:
    struct count {
        std::size_t texts = 0;
        std::string word;
    };
    language spoken_;
    word_families families_;
    std::unordered_map<std::uint32_t, count> counts_;
    std::size_t texts_ = 0;
};

}  // namespace

subject_terms subject_terms::of_document(std::string_view text) {
    constexpr std::size_t parts = 20, longest_part = 10'000;  // bytes
    constexpr std::size_t share = 10, fewest = 5;
    const auto spoken = guess_language(text).value;
    term_counts counts(spoken);
    const auto step = std::max(longest_part, text.size() / parts);
    for (std::size_t begin = 0; begin < text.size(); begin += step) {
        const auto from = code_point_start(text, begin);
        const auto to = std::min(text.size(), from + longest_part);
        const auto part = text.substr(from, to == text.size() ? to : code_point_start(text, to) - from);
        for (const auto& span : split_sentences(part))
            counts.add(part.substr(span.begin, span.end - span.begin));
    }
    return {spoken, counts.most_frequent(share, fewest)};
}

subject_terms subject_terms::of_questions(const std::vector<question>& questions) {
    constexpr std::size_t share = 5, fewest = 4;
    std::string sample;
    for (std::size_t i = 0; i < std::min<std::size_t>(questions.size(), 100); ++i)
        sample += questions[i].stem + "\n";
    const auto spoken = guess_language(sample).value;
    term_counts counts(spoken);
    for (const auto& each : questions) {
        auto text = each.stem;
        for (const auto& option : each.options)
            text += "\n" + option;
        counts.add(text);
    }
    return {spoken, counts.most_frequent(share, fewest)};
}

subject_terms::subject_terms(language spoken, const std::vector<std::string>& words) : spoken_(spoken) {
    for (const auto& word : words)
        words_.emplace_back(spoken, word);
}

bool subject_terms::has(language spoken, const stemmed_word& word) const {
    return std::any_of(words_.begin(), words_.end(), [&](const stemmed_word& term) {
        return spoken == spoken_ ? same_word_family(spoken, term, word)
                                 : same_word_family(spoken, {spoken, term.folded}, word);
    });
}

}  // namespace examwright
