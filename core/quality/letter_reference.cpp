// Explanations that name an option by its letter: "option B is wrong", "(C) is too broad", "A and D are
// incorrect".
#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "core/quality/flaws.hpp"
#include "core/quality/letter_words.hpp"
#include "core/text/unicode.hpp"

namespace examwright {
namespace {

/// A word of the explanation as it stands there, "B-cell" and "B's" being one.
struct raw_word {
    std::size_t begin = 0, end = 0;
    std::string folded;
    char letter = 0;         // 'A'.. for the letter of an option
    bool capital = true;     // "B", else "b"
    bool bracketed = false;  // "(B)", "B)"
};

/// "a", "e", "i": a word of some language too.
bool is_word_itself(char letter) {
    return letter == 'A' || letter == 'E' || letter == 'I';
}

char letter_in(std::string_view word, char last) {
    static constexpr std::string_view in_hindi[] = {"क", "ख", "ग", "घ"};
    for (std::size_t i = 0; i < std::size(in_hindi); ++i)
        if (word == in_hindi[i])
            return static_cast<char>('A' + i);
    if (word.ends_with("'s") || word.ends_with("’s"))
        word = word.substr(0, 1);
    const bool one = word.size() == 1 && (word[0] & ~0x20) >= 'A' && (word[0] & ~0x20) <= last;
    return one ? static_cast<char>(word[0] & ~0x20) : '\0';
}

/// "l'option" is "option".
std::string_view without_article(std::string_view word) {
    if (word.size() < 4 || (word[0] & ~0x20) != 'L')
        return word;
    const auto rest = word.substr(1);
    return rest.starts_with('\'') ? rest.substr(1) : rest.starts_with("’") ? rest.substr(3) : word;
}

/// The letters that stand by themselves in what is asked, such as the B of "vitamin B".
std::set<char> letters_of_subject(const question& question) {
    const char last = last_letter_of(question);
    std::set<char> letters;
    const auto add = [&](std::string_view text) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] < 'A' || text[i] > last)
                continue;
            const bool begins = i == 0 || !is_word_part(decode_before(text, i).value);
            const bool ends = i + 1 == text.size() || !is_word_part(decode_at(text, i + 1).value);
            if (begins && ends)
                letters.insert(text[i]);
        }
    };
    add(question.stem);
    add(question.source_quote);
    for (const auto& option : question.options)
        add(option);
    return letters;
}

/// The options that are nothing but a letter: notes, blood groups, chemical symbols.
std::set<char> letters_as_options(const question& question) {
    std::set<char> letters;
    for (const auto& option : question.options)
        if (const auto text = trimmed(option); text.size() == 1)
            letters.insert(text[0]);
    return letters;
}

/// Reads one explanation.
class letter_finder {
  public:
    explicit letter_finder(const question& question)
        : text_(question.explanation),
          last_(last_letter_of(question)),
          of_subject_(letters_of_subject(question)),
          as_options_(letters_as_options(question)) {
        read_words();
    }

    flaw_words find() const {
        std::set<char> labels;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (follows_noun(i) || follows_label(i) || answers(i) || is_judged(i) || is_accused(i) ||
                opens_with_brackets(i))
                return around(i);
            if (words_[i].letter && words_[i].capital && opens_sentence(i) && next_is(i, ":)"))
                if (labels.insert(words_[i].letter).second && labels.size() == 2)
                    return around(i);  // "A) is too broad. C) is ..."
        }
        return std::nullopt;
    }

  private:
    /// The letter with the words beside it.
    std::string around(std::size_t i) const {
        const auto first = i > 0 && !opens_sentence(i) ? i - 1 : i;
        const auto last = std::min(i + 1, words_.size() - 1);
        return std::string(text_.substr(words_[first].begin, words_[last].end - words_[first].begin));
    }

    void read_words() {
        for (std::size_t i = 0; i < text_.size();) {
            const auto next = decode_at(text_, i);
            if (!is_word_part(next.value)) {
                i += next.length;
                continue;
            }
            raw_word word;
            word.begin = i;
            word.end = word_end(i);
            const auto view = text_.substr(word.begin, word.end - word.begin);
            word.letter = is_sign(word.end) ? '\0' : letter_in(view, last_);
            word.capital = word.letter && !is_lower(next.value);
            word.bracketed = at(word.end) == ')' || at(word.end) == ']';
            word.folded = casefold(without_article(view));
            i = word.end;
            words_.push_back(std::move(word));
        }
    }

    std::size_t word_end(std::size_t i) const {
        while (i < text_.size()) {
            const auto next = decode_at(text_, i);
            const auto after = i + next.length;
            const bool joins =
                next.value == '\'' || next.value == U'’' || next.value == '-' || next.value == U'‑';
            if (!is_word_part(next.value) &&
                !(joins && after < text_.size() && is_word_part(decode_at(text_, after).value)))
                break;
            i = after;
        }
        return i;
    }

    char at(std::size_t i) const { return i < text_.size() ? text_[i] : ' '; }
    /// "C++", "A#", "E. coli": no letter of an option.
    bool is_sign(std::size_t end) const {
        const bool species = at(end) == '.' && at(end + 1) == ' ' && at(end + 2) >= 'a' && at(end + 2) <= 'z';
        return at(end) == '+' || at(end) == '#' || species;
    }
    std::string_view gap_before(std::size_t i) const {
        const auto begin = i == 0 ? 0 : words_[i - 1].end;
        return text_.substr(begin, words_[i].begin - begin);
    }
    bool next_is(std::size_t i, std::string_view signs) const {
        return signs.find(at(words_[i].end)) != signs.npos;
    }

    bool opens_sentence(std::size_t i) const {
        const auto gap = gap_before(i);
        return i == 0 || gap.find_first_of(".!?;\n") != gap.npos || gap.find("।") != gap.npos;
    }
    bool opens_clause(std::size_t i) const {
        return opens_sentence(i) || gap_before(i).find_first_of(",:") != std::string_view::npos ||
               openers().count(words_[i - 1].folded) > 0 || subordinators().count(words_[i - 1].folded) > 0;
    }

    /// "option B", "options (a) and", "the correct answer is C because".
    bool follows_noun(std::size_t i) const {
        if (!words_[i].letter || i == 0)
            return false;
        const bool named = words_[i].capital || words_[i].bracketed || !is_word_itself(words_[i].letter);
        if (!named || opens_sentence(i))
            return false;
        std::size_t before = i - 1;
        bool direct = gap_before(i).find(':') == std::string_view::npos;
        while (before > 0 && i - before < 5 && !option_nouns().count(words_[before].folded) &&
               links().count(words_[before].folded) && !opens_sentence(before)) {
            --before;
            direct = false;
        }
        return option_nouns().count(words_[before].folded) &&
               (direct || (words_[i].capital && !is_an_option(i) && stands_by_itself(i)));
    }

    /// "Statement B"
    bool follows_label(std::size_t i) const {
        return words_[i].letter && words_[i].capital && is_foreign(i) && i > 0 && !opens_sentence(i) &&
               label_nouns().count(words_[i - 1].folded) > 0;
    }

    /// "Correct: A.", "The key is A."
    bool answers(std::size_t i) const {
        if (!words_[i].letter || !words_[i].capital || i == 0 || opens_sentence(i) || is_an_option(i) ||
            !stands_by_itself(i))
            return false;
        const bool linked = i > 1 && copulas().count(words_[i - 1].folded) && !opens_sentence(i - 1);
        if (!linked && gap_before(i).find(':') == std::string_view::npos)
            return false;
        const auto& said = words_[linked ? i - 2 : i - 1].folded;
        return verdicts().count(said) || keys().count(said);
    }

    bool is_an_option(std::size_t i) const { return as_options_.count(words_[i].letter) > 0; }
    /// Whether the subject has nothing of this letter.
    bool is_foreign(std::size_t i) const { return of_subject_.count(words_[i].letter) == 0; }

    bool stands_by_itself(std::size_t i) const {
        if (i + 1 == words_.size() || words_[i].bracketed)
            return true;
        const auto gap = gap_before(i + 1);
        return gap.find_first_not_of(' ') != gap.npos || continuations().count(words_[i + 1].folded) > 0;
    }

    /// "B is incorrect", "A and D are both wrong".
    bool is_judged(std::size_t i) const {
        if (!words_[i].letter || !words_[i].capital || is_an_option(i) || !opens_clause(i))
            return false;
        constexpr std::size_t filler = 3;
        std::size_t next = i + 1;
        while (next < words_.size() && !copulas().count(words_[next].folded) &&
               (openers().count(words_[next].folded) || (words_[next].letter && words_[next].capital)))
            ++next;
        bool copula = false;
        for (std::size_t end = std::min(next + filler, words_.size()); next < end && !opens_sentence(next);
             ++next) {
            copula = copula || copulas().count(words_[next].folded) > 0;
            const bool of_hindi = static_cast<unsigned char>(words_[next].folded[0]) == 0xE0;
            if (verdicts().count(words_[next].folded))
                return of_hindi || (copula && (words_[next].folded != "right" || stands_by_itself(next) ||
                                               option_nouns().count(words_[next + 1].folded)));
            if (copula && truths().count(words_[next].folded))
                return is_foreign(i) && stands_by_itself(next);
        }
        return false;
    }

    /// "B confuses the two."
    bool is_accused(std::size_t i) const {
        return words_[i].letter && words_[i].capital && is_foreign(i) && opens_clause(i) &&
               i + 1 < words_.size() && wrong_option_verbs().count(words_[i + 1].folded);
    }

    /// "(B) is too broad." at the start of a sentence, "as (B) is a fish", "B) is a fish".
    bool opens_with_brackets(std::size_t i) const {
        if (!words_[i].letter || !words_[i].capital || !words_[i].bracketed || i + 1 == words_.size())
            return false;
        const bool opened = gap_before(i).ends_with('(') || gap_before(i).ends_with('[');
        if (opened && opens_sentence(i))
            return is_lower(decode_at(text_, words_[i + 1].begin).value);
        const bool begins =
            opened ? is_foreign(i) && subordinators().count(words_[i - 1].folded) > 0 : opens_sentence(i);
        return begins && copulas().count(words_[i + 1].folded) > 0;
    }

    std::string_view text_;
    char last_;
    std::set<char> of_subject_;
    std::set<char> as_options_;
    std::vector<raw_word> words_;
};

}  // namespace

flaw_words find_letter_reference(const question_text& text) {
    return letter_finder(text.content).find();
}

}  // namespace examwright
