#include "core/offline/cloze_reader.hpp"

#include <algorithm>
#include <utility>

#include "core/document/sentences.hpp"
#include "core/offline/cloze_text.hpp"

namespace examwright {

namespace {

std::vector<std::string> content_words(std::string_view text) {
    std::vector<std::string> words;
    for (auto& token : split_tokens(text))
        if (!token.is_function_word())
            words.push_back(std::move(token.folded));
    return words;
}

/// How many of the words stand in the text.
double count_shared(const std::vector<std::string>& words, std::string_view text) {
    return static_cast<double>(std::count_if(
        words.begin(), words.end(), [&](const std::string& word) { return text.find(word) != text.npos; }));
}

/// How well a sentence speaks for an option: the share of the option's words in it, weighted by the stem's
/// words in it, those of the same clause twice.
double support(const std::vector<std::string>& option, const std::vector<std::string>& stem,
               std::string_view sentence) {
    const auto share =
        count_shared(option, sentence) / static_cast<double>(std::max<std::size_t>(1, option.size()));
    if (share == 0)
        return 0;
    double nearest = 0;
    for (std::size_t begin = 0; begin < sentence.size();) {
        const auto end = std::min(sentence.find_first_of(",;:", begin), sentence.size());
        const auto clause = sentence.substr(begin, end - begin);
        if (count_shared(option, clause) > 0)
            nearest = std::max(nearest, count_shared(stem, clause));
        begin = end + 1;
    }
    return share * (1 + count_shared(stem, sentence) + nearest);
}

}  // namespace

cloze_reader::cloze_reader(std::string_view passages) : text_(fold(as_one_line(passages))) {
    for (const auto& span : split_sentences(passages))
        sentences_.push_back(fold(as_one_line(passages.substr(span.begin, span.end - span.begin))));
}

cloze_reader::answer cloze_reader::choose(std::string_view stem,
                                          const std::vector<std::string>& options) const {
    const auto line = as_one_line(stem);
    const auto blank = line.find(cloze_blank);
    if (blank != line.npos) {
        const auto before = fold(line.substr(0, blank));
        const auto after = fold(line.substr(blank + cloze_blank.size()));
        for (std::size_t i = 0; i < options.size(); ++i) {
            auto filled = before;
            filled += fold(as_one_line(options[i]));
            filled += after;
            if (text_.find(filled) != text_.npos)
                return {i, true};
        }
    }
    const auto stem_words = content_words(line);
    answer best{0, false};
    double best_score = 0;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const auto words = content_words(options[i]);
        for (const auto& sentence : sentences_) {
            const auto score = support(words, stem_words, sentence);
            if (score > best_score) {
                best_score = score;
                best = {i, true};
            }
        }
    }
    return best;
}

}  // namespace examwright
