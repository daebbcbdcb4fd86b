#include "core/generation/focus.hpp"

#include <algorithm>
#include <iterator>

#include "core/language/content_words.hpp"
#include "core/language/language.hpp"
#include "core/text/normalize.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

/// In any of our languages: what a focus is written in can't be told from two words.
bool is_any_stop_word(std::string_view folded) {
    for (const auto spoken : {language::english, language::german, language::french, language::spanish,
                              language::portuguese, language::hindi})
        if (is_stop_word(spoken, folded))
            return true;
    return false;
}

/// "Enzym" in "Enzymreaktion", "énergie" in "l'énergie".
bool is_part(std::string_view wanted, std::string_view word) {
    return count_characters(wanted) >= 5 && word.find(wanted) != word.npos;
}

}  // namespace

focus::focus(std::string_view text) {
    const auto folded = normalized(text);
    const auto words = split_words(folded);
    std::vector<std::string_view> telling;
    std::remove_copy_if(words.begin(), words.end(), std::back_inserter(telling), is_any_stop_word);
    if (telling.empty())
        telling = words;
    std::erase_if(telling, [](std::string_view word) { return count_words(word) == 0; });
    words_.assign(telling.begin(), telling.end());
}

bool focus::named_in(std::string_view text) const {
    if (words_.empty())
        return true;
    const auto folded = normalized(text);
    for (const auto word : split_words(folded))
        for (const auto& wanted : words_)
            if (word == wanted || same_root(word, wanted) || is_part(wanted, word))
                return true;
    return false;
}

std::vector<chunk> chunks_about(const std::vector<chunk>& chunks, const document_text& document,
                                const focus& wanted) {
    std::vector<bool> taken(chunks.size(), false);
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        if (!wanted.named_in(document.text().substr(chunks[i].begin, chunks[i].end - chunks[i].begin)))
            continue;
        const auto last = std::min(i + 1, chunks.size() - 1);
        for (std::size_t near = i == 0 ? 0 : i - 1; near <= last; ++near)
            taken[near] = true;
    }
    std::vector<chunk> about;
    for (std::size_t i = 0; i < chunks.size(); ++i)
        if (taken[i])
            about.push_back(chunks[i]);
    return about.empty() ? chunks : about;
}

}  // namespace examwright
