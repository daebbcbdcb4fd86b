#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace examwright {

/// What a left-out term is shown as.
inline constexpr std::string_view cloze_blank = "_____";

/// White space squeezed to single spaces, words hyphenated at a line's end joined: a sentence as a stem shows
/// it.
std::string as_one_line(std::string_view text);

/// Case folded and composed, as words and sentences are compared and the lists of words here are written.
std::string fold(std::string_view text);

/// A word or a number in a sentence.
struct cloze_token {
    std::size_t begin = 0;  // bytes into the sentence
    std::size_t end = 0;
    std::string folded;
    std::size_t letters = 0;    // code points
    bool capital = false;       // the first letter is
    bool acronym = false;       // two or more letters, all capital
    bool numeric = false;       // digits, with the signs that group and part them
    bool mixed = false;         // digits and letters
    bool unspaced = false;      // a run of a script without spaces between words
    bool touches_next = false;  // nothing but spaces parts it from the next token

    /// Carries no subject: a stop word, or too short to.
    bool is_function_word() const;
};
std::vector<cloze_token> split_tokens(std::string_view sentence);

/// How well a sentence serves as a stem: 0 well, 1 at need, 2 not at all (too short or long, a fragment, a
/// question, a link, a loose bracket, lines of a slide or of a page's foot). `raw` is it as the document has
/// it, `sentence` on one line.
int rate_sentence(std::string_view raw, std::string_view sentence, const std::vector<cloze_token>& tokens);

}  // namespace examwright
