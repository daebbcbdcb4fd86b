// Explanations that name an option by its letter: "option B is wrong", "(C) is too broad", "A and D are
// incorrect".
#include <algorithm>
#include <set>
#include <string>
#include <unordered_set>

#include "core/flaws.hpp"
#include "core/unicode.hpp"

namespace examwright {
namespace {

using word_set = std::unordered_set<std::string>;

/// Folded words, parted by spaces.
word_set folded_set(std::string_view list) {
    word_set words;
    for (std::size_t begin = 0; begin < list.size();) {
        const auto end = std::min(list.find(' ', begin), list.size());
        if (end > begin)
            words.insert(casefold(list.substr(begin, end - begin)));
        begin = end + 1;
    }
    return words;
}

const word_set& option_nouns() {
    static const word_set words = folded_set(
        "option options answer answers choice choices alternative alternatives distractor distractors "
        "antwort "
        "antworten antwortoption antwortmöglichkeit optionen auswahlmöglichkeit réponse réponses choix "
        "opción "
        "opciones respuesta respuestas alternativa alternativas inciso opção opções resposta respostas विकल्प "
        "विकल्पों उत्तर जवाब");
    return words;
}

/// Between such a noun and its letter: "the answer must be B", "la respuesta correcta es la C".
const word_set& links() {
    static const word_set words = folded_set(
        "is was are be must would should therefore thus correct ist sind wäre lautet also richtige die est "
        "sont donc correcte la es son sería correcta é são seria correta certa a letra है सही");
    return words;
}

const word_set& copulas() {
    static const word_set words =
        folded_set("is are was were isn't aren't ist sind war waren est sont es son é são está estão");
    return words;
}

const word_set& verdicts() {
    static const word_set words = folded_set(
        "correct incorrect wrong right richtig falsch korrekt correcte correctes incorrecte incorrectes "
        "fausse "
        "fausses correcta correctas correcto correctos incorrecta incorrectas incorrecto incorrectos errónea "
        "correta corretas correto corretos incorreta incorretas incorreto incorretos errada erradas errado "
        "सही गलत ग़लत");
    return words;
}

/// Words behind a letter that show that it stands by itself: "the answer is B because".
const word_set& continuations() {
    static const word_set words = folded_set(
        "is are was were because and or but as since for which not only then weil da denn und oder nicht car "
        "parce et ou mais pas y o porque ya pero no e pois mas não है हैं क्योंकि और या");
    return words;
}

/// What a clause can begin with before a letter.
const word_set& openers() {
    static const word_set words = folded_set(
        "and or but while whereas both neither nor hence so und oder aber während et ou mais tandis y o pero "
        "mientras e mas enquanto और या लेकिन जबकि");
    return words;
}

/// A word of the explanation as it stands there, "B-cell" and "B's" being one.
struct raw_word {
    std::size_t begin = 0, end = 0;
    std::string folded;
    char letter = 0;         // 'A'..'E' for the letter of an option
    bool capital = true;     // "B", else "b"
    bool bracketed = false;  // "(B)", "B)"
};

char letter_in(std::string_view word) {
    static constexpr std::string_view in_hindi[] = {"क", "ख", "ग", "घ"};
    for (std::size_t i = 0; i < std::size(in_hindi); ++i)
        if (word == in_hindi[i])
            return static_cast<char>('A' + i);
    if (word.ends_with("'s") || word.ends_with("’s"))
        word = word.substr(0, 1);
    const bool one = word.size() == 1 && (word[0] & ~0x20) >= 'A' && (word[0] & ~0x20) <= 'E';
    return one ? static_cast<char>(word[0] & ~0x20) : '\0';
}

/// Reads one explanation.
class letter_finder {
  public:
    explicit letter_finder(std::string_view text) : text_(text) { read_words(); }

    bool found() const {
        std::set<char> labels;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (follows_noun(i) || is_judged(i) || opens_with_brackets(i))
                return true;
            if (words_[i].letter && words_[i].capital && opens_sentence(i) && next_is(i, ":)"))
                labels.insert(words_[i].letter);
        }
        return labels.size() >= 2;  // "A) is too broad. C) is ..."
    }

  private:
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
            word.letter = is_sign(word.end) ? '\0' : letter_in(view);
            word.capital = word.letter && !is_lower(next.value);
            word.bracketed = at(word.end) == ')' || at(word.end) == ']';
            word.folded = casefold(view);
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
               openers().count(words_[i - 1].folded) > 0;
    }

    /// "option B", "options (a) and", "the correct answer is C because".
    bool follows_noun(std::size_t i) const {
        if (!words_[i].letter || i == 0)
            return false;
        const bool named =
            words_[i].capital || words_[i].bracketed || (words_[i].letter >= 'B' && words_[i].letter <= 'D');
        if (!named || opens_sentence(i))
            return false;
        std::size_t before = i - 1;
        bool direct = gap_before(i).find(':') == std::string_view::npos;
        while (before > 0 && i - before < 5 && !option_nouns().count(words_[before].folded) &&
               links().count(words_[before].folded) && !opens_sentence(before)) {
            --before;
            direct = false;
        }
        if (!option_nouns().count(words_[before].folded))
            return false;
        return direct || (words_[i].capital && stands_by_itself(i));
    }

    bool stands_by_itself(std::size_t i) const {
        if (i + 1 == words_.size() || words_[i].bracketed)
            return true;
        const auto gap = gap_before(i + 1);
        return gap.find_first_not_of(' ') != gap.npos || continuations().count(words_[i + 1].folded) > 0;
    }

    /// "B is incorrect", "A and D are both wrong".
    bool is_judged(std::size_t i) const {
        if (!words_[i].letter || !words_[i].capital || !opens_clause(i))
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
                return of_hindi || (copula && (words_[next].folded != "right" || stands_by_itself(next)));
        }
        return false;
    }

    /// "(B) confuses the two." at the start of a sentence.
    bool opens_with_brackets(std::size_t i) const {
        if (!words_[i].letter || !words_[i].capital || !words_[i].bracketed || !opens_sentence(i) ||
            i + 1 == words_.size())
            return false;
        const bool opened = gap_before(i).ends_with('(') || gap_before(i).ends_with('[');
        return opened && is_lower(decode_at(text_, words_[i + 1].begin).value);
    }

    std::string_view text_;
    std::vector<raw_word> words_;
};

}  // namespace

bool has_letter_reference(const question_text& text) {
    return letter_finder(text.question.explanation).found();
}

}  // namespace examwright
