#include "core/imports/docx_answers.hpp"

#include <algorithm>
#include <boost/algorithm/string/predicate.hpp>
#include <iterator>
#include <locale>
#include <span>
#include <string>

#include "core/imports/csv_columns.hpp"
#include "core/question/question.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

constexpr std::string_view question_words[] = {"question ", "frage ", "pregunta ", "pergunta ", "प्रश्न ", "q"};
// Longer ones first, where one begins with another.
constexpr std::string_view answer_words[] = {"right answer",
                                             "right option",
                                             "answer",
                                             "ans",
                                             "key",
                                             "correct",
                                             "solution",
                                             "richtige",
                                             "antwort",
                                             "lösung",
                                             "richtig",
                                             "korrekt",
                                             "réponse",
                                             "bonne réponse",
                                             "la bonne réponse",
                                             "respuesta",
                                             "la respuesta",
                                             "solución",
                                             "opción correcta",
                                             "resposta",
                                             "a resposta",
                                             "solução",
                                             "alternativa correta",
                                             "opção correta",
                                             "gabarito",
                                             "सही उत्तर",
                                             "सही विकल्प",
                                             "सही जवाब",
                                             "उत्तर",
                                             "जवाब"};
constexpr std::string_view right_words[] = {"correct",
                                            "right",
                                            "correct answer",
                                            "right answer",
                                            "richtig",
                                            "korrekt",
                                            "richtige antwort",
                                            "juste",
                                            "bonne réponse",
                                            "correcte",
                                            "correcto",
                                            "correcta",
                                            "respuesta correcta",
                                            "correto",
                                            "correta",
                                            "certo",
                                            "certa",
                                            "resposta correta",
                                            "✓",
                                            "*",
                                            "सही",
                                            "सही उत्तर"};
constexpr std::string_view explanation_words[] = {
    "explanation", "feedback",      "rationale",     "reason",      "erläuterung",   "erklärung",
    "begründung",  "explication",   "justification", "explicación", "justificación", "retroalimentación",
    "explicação",  "justificativa", "व्याख्या",        "स्पष्टीकरण"};
constexpr std::string_view key_headings[] = {"answer key",
                                             "answers",
                                             "key",
                                             "solutions",
                                             "correct answers",
                                             "lösung",
                                             "antworten",
                                             "richtige antworten",
                                             "corrigé",
                                             "réponses",
                                             "bonnes réponses",
                                             "respuestas",
                                             "clave de respuestas",
                                             "soluciones",
                                             "gabarito",
                                             "respostas",
                                             "soluções",
                                             "उत्तर कुंजी",
                                             "उत्तरमाला"};
constexpr std::string_view explanation_headings[] = {
    "explanations", "erläuterungen", "erklärungen", "explications", "explicaciones", "explicações", "व्याख्या"};

/// The word that the text begins with, or an empty one.
std::string_view first_word(std::string_view text, std::span<const std::string_view> words) {
    std::string_view longest;
    for (const auto word : words)
        if (word.size() > longest.size() &&
            boost::algorithm::istarts_with(text, word, std::locale::classic()))
            longest = word;
    return longest;
}

std::optional<std::size_t> letter_index(char letter) {
    const char upper = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter & ~0x20) : letter;
    return option_index(std::string_view(&upper, 1));
}

bool is_one_of(char c, std::string_view characters) {
    return characters.find(c) != characters.npos;
}

bool is_heading(std::string_view text, std::span<const std::string_view> words) {
    if (text.ends_with(':'))
        text.remove_suffix(1);
    return text.size() < 40 && text.find(':') == text.npos && !first_word(text, words).empty();
}

/// Reads "1-a, 2 B; (3) c)" from end to end.
class entry_reader {
  public:
    explicit entry_reader(std::string_view text) : text_(text) {}

    std::vector<std::pair<int, std::size_t>> read() {
        std::vector<std::pair<int, std::size_t>> entries;
        for (skip(" \t\n,;|/.("); at_ < text_.size(); skip(" \t\n,;|/.(")) {
            const auto number = read_digits();
            skip(" \t.:)-=>(");
            const auto index = number && at_ < text_.size() ? letter_index(text_[at_]) : std::nullopt;
            if (!index)
                return {};
            ++at_;
            skip(").]");
            if (at_ < text_.size() && !is_one_of(text_[at_], " \t\n,;|/"))
                return {};
            entries.emplace_back(*number, *index);
        }
        return entries;
    }

  private:
    void skip(std::string_view characters) {
        at_ = std::min(text_.find_first_not_of(characters, at_), text_.size());
    }

    std::optional<int> read_digits() {
        int number = 0;
        const auto from = at_;
        for (; at_ < text_.size() && at_ < from + 4 && text_[at_] >= '0' && text_[at_] <= '9'; ++at_)
            number = number * 10 + (text_[at_] - '0');
        return at_ > from ? std::optional(number) : std::nullopt;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

std::optional<int> take_number(std::string_view& text) {
    auto rest = text;
    rest.remove_prefix(first_word(rest, question_words).size());
    const auto digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    if (digits == 0 || digits > 4 || digits == rest.size() || !is_one_of(rest[digits], ".):-"))
        return std::nullopt;
    if (rest[digits] == '.' && digits + 1 < rest.size() && rest[digits + 1] >= '0' && rest[digits + 1] <= '9')
        return std::nullopt;  // "3.5"
    const int number = std::stoi(std::string(rest.substr(0, digits)));
    text = trimmed(rest.substr(digits + 1));
    return number;
}

std::optional<lettered_text> read_lettered(std::string_view text) {
    auto rest = text;
    const bool starred = rest.starts_with('*');
    if (starred)
        rest = trimmed(rest.substr(1));
    const bool in_brackets = rest.starts_with('(');
    if (in_brackets)
        rest.remove_prefix(1);
    if (const auto index = in_brackets ? hindi_place(rest.substr(0, rest.find(')'))) : std::nullopt)
        return lettered_text{*index, starred, trimmed(rest.substr(rest.find(')') + 1))};
    if (rest.size() < 2 || (rest[1] != ')' && (rest[1] != '.' || in_brackets)))
        return std::nullopt;
    const char upper = static_cast<char>(rest[0] & ~0x20);
    const auto index = upper >= 'A' && upper <= 'Z' ? std::optional<std::size_t>(upper - 'A') : std::nullopt;
    return index ? std::optional(lettered_text{*index, starred, trimmed(rest.substr(2))}) : std::nullopt;
}

std::optional<std::size_t> lone_letter(std::string_view text) {
    if (text.starts_with('('))
        text.remove_prefix(1);
    text = trimmed(text.substr(0, text.find_first_of(").: \t")));
    return text.size() == 1 ? letter_index(text[0]) : hindi_place(text);
}

std::optional<int> lone_number(std::string_view text) {
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto behind = text.substr(digits);
    const bool is_number = digits > 0 && digits <= 4 && (behind.empty() || behind == "." || behind == ")");
    return is_number ? std::optional(std::stoi(std::string(text.substr(0, digits)))) : std::nullopt;
}

bool take_sign(std::string_view& text) {
    for (const std::string_view sign : {"*", "✓", "✔", "✅", "☑"})
        if (text.size() > sign.size() && (text.ends_with(sign) || text.starts_with(sign))) {
            text = trimmed(text.ends_with(sign) ? text.substr(0, text.size() - sign.size())
                                                : text.substr(sign.size()));
            return true;
        }
    const auto open = text.find_last_of("([");
    if (open == text.npos || open == 0 || !text.ends_with(text[open] == '(' ? ')' : ']'))
        return false;
    const auto word = composed(casefold(trimmed(text.substr(open + 1, text.size() - open - 2))));
    if (std::ranges::find(right_words, word) == std::end(right_words))
        return false;
    text = trimmed(text.substr(0, open));
    return true;
}

std::optional<std::string_view> answer_in(std::string_view text) {
    const auto word = first_word(text, answer_words);
    if (word.empty())
        return std::nullopt;
    if (const auto colon = text.find_first_of(":=", word.size()); colon != text.npos)
        return trimmed(text.substr(colon + 1));
    const auto rest = trimmed(text.substr(word.size()));
    const auto last = rest.substr(std::min(rest.find_last_of(" -") + 1, rest.size()));
    return rest.size() < 30 && last.size() <= 3 && lone_letter(last) ? std::optional(last) : std::nullopt;
}

std::optional<std::string_view> explanation_in(std::string_view text) {
    const auto word = first_word(text, explanation_words);
    const auto rest = trimmed(text.substr(word.size()));
    return !word.empty() && rest.starts_with(':') ? std::optional(trimmed(rest.substr(1))) : std::nullopt;
}

bool is_key_heading(std::string_view text) {
    return is_heading(text, key_headings);
}

bool is_explanation_heading(std::string_view text) {
    return is_heading(text, explanation_headings);
}

std::vector<std::pair<int, std::size_t>> key_entries(std::string_view text) {
    const auto word = std::max(first_word(text, key_headings), first_word(text, answer_words),
                               [](auto a, auto b) { return a.size() < b.size(); });
    text.remove_prefix(word.size());
    if (const auto colon = text.find(':'); !word.empty() && colon != text.npos && colon < 20)
        text.remove_prefix(colon + 1);
    return entry_reader(text).read();
}

}  // namespace examwright
