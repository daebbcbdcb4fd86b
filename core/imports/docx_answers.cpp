#include "core/imports/docx_answers.hpp"

#include <algorithm>
#include <boost/algorithm/string/predicate.hpp>
#include <locale>
#include <span>
#include <string>

#include "core/imports/csv_columns.hpp"
#include "core/imports/option_letters.hpp"
#include "core/text/ascii.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {

namespace {

constexpr std::string_view question_words[] = {"question ", "frage ", "pregunta ", "pergunta ", "प्रश्न ", "q"};
// What the words before an answer, or above a key, may be; one of the first kind is among them.
constexpr std::string_view answer_words[] = {"right",
                                             "correct",
                                             "answer",
                                             "answers",
                                             "ans",
                                             "key",
                                             "solution",
                                             "solutions",
                                             "richtig",
                                             "richtige",
                                             "richtigen",
                                             "korrekt",
                                             "korrekte",
                                             "antwort",
                                             "antworten",
                                             "lösung",
                                             "lösungen",
                                             "antwortschlüssel",
                                             "lösungsschlüssel",
                                             "musterlösung",
                                             "réponse",
                                             "réponses",
                                             "juste",
                                             "correcte",
                                             "correctes",
                                             "corrigé",
                                             "corrigés",
                                             "respuesta",
                                             "respuestas",
                                             "solución",
                                             "soluciones",
                                             "correcta",
                                             "correctas",
                                             "resposta",
                                             "respostas",
                                             "solução",
                                             "soluções",
                                             "correta",
                                             "corretas",
                                             "certa",
                                             "gabarito",
                                             "सही",
                                             "उत्तर",
                                             "उत्तरमाला",
                                             "जवाब"};
constexpr std::string_view filling_words[] = {
    "option",      "options",      "choice", "choices", "the",   "is",     "are",      "ist",   "sind",
    "est",         "sont",         "es",     "son",     "é",     "são",    "a",        "o",     "la",
    "le",          "les",          "las",    "los",     "as",    "os",     "die",      "der",   "bonne",
    "bonnes",      "de",           "del",    "des",     "clave", "opción", "opciones", "opção", "opções",
    "alternativa", "alternativas", "विकल्प",  "कुंजी",     "है",     "हैं"};
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

/// "Correct answer:", "Die richtige Antwort ist" at the beginning of a line.
struct answer_label {
    std::size_t length = 0;  // 0: there is none
    bool ends = false;       // with a colon or the like
};

/// "Answer(s)" -> "answer"
std::string word_of_label(std::string_view token) {
    for (const std::string_view plural : {"(s)", "(n)", "(en)", "(es)"})
        if (token.ends_with(plural))
            token.remove_suffix(plural.size());
    while (!token.empty() && is_one_of(token.back(), ".,"))
        token.remove_suffix(1);
    return composed(casefold(token));
}

answer_label read_label(std::string_view text) {
    constexpr std::string_view blanks = " \t\n", ends = ":=-";
    answer_label label;
    bool names_answer = false;
    for (std::size_t at = 0; at < text.size() && !label.ends;
         at = std::min(text.find_first_not_of(blanks, at), text.size())) {
        const auto end = std::min(text.find_first_of(" \t\n:=-", at), text.size());
        const auto token = text.substr(at, end - at);
        const auto word = token == "–" || token == "—" ? "" : word_of_label(token);
        if (!word.empty() && !is_among(word, answer_words) && !is_among(word, filling_words))
            break;
        names_answer = names_answer || is_among(word, answer_words);
        const bool by_sign = end < text.size() && is_one_of(text[end], ends);
        label.ends = by_sign || word.empty();
        at = end + (by_sign ? 1 : 0);
        if (word.size() != 1)  // "Answer a" may name the option
            label.length = at;
    }
    return names_answer ? label : answer_label{};
}

}  // namespace

std::optional<int> take_number(std::string_view& text) {
    const auto word = first_word(text, question_words);
    auto rest = text.substr(word.size());
    const auto digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    if (digits == 0 || digits > 4)
        return std::nullopt;
    const int number = std::stoi(std::string(rest.substr(0, digits)));
    rest.remove_prefix(digits);
    const bool is_parted = !rest.empty() && is_one_of(rest[0], ".):-");
    // "Question 2", "Question 2 (3 points)"
    const bool is_heading = !word.empty() && (rest.empty() || rest.starts_with(" ("));
    if (!is_parted && !is_heading)
        return std::nullopt;
    if (rest.starts_with('.') && rest.size() > 1 && is_ascii_digit(rest[1]))
        return std::nullopt;  // "3.5"
    text = trimmed(rest.substr(is_parted ? 1 : 0));
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

std::optional<int> lone_number(std::string_view text) {
    text.remove_prefix(first_word(text, question_words).size());
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
    if (!is_among(word, right_words))
        return false;
    text = trimmed(text.substr(0, open));
    return true;
}

std::optional<std::string_view> answer_in(std::string_view text) {
    const auto label = read_label(text);
    const auto rest = trimmed(text.substr(label.length));
    if (label.length == 0 || rest.empty())
        return std::nullopt;
    const bool is_answer = label.ends || (rest.size() < 30 && !named_letters(rest).empty());
    return is_answer ? std::optional(rest) : std::nullopt;
}

std::optional<std::string_view> explanation_in(std::string_view text) {
    const auto word = first_word(text, explanation_words);
    const auto rest = trimmed(text.substr(word.size()));
    return !word.empty() && rest.starts_with(':') ? std::optional(trimmed(rest.substr(1))) : std::nullopt;
}

bool is_key_heading(std::string_view text) {
    const auto label = read_label(text);
    return label.length > 0 && label.length == text.size();
}

bool begins_key_heading(std::string_view text) {
    return text.size() < 60 && read_label(text).length > 0;
}

bool is_explanation_heading(std::string_view text) {
    while (!text.empty() && is_one_of(text.back(), ":. "))
        text.remove_suffix(1);
    return is_among(composed(casefold(text)), explanation_headings);
}

std::vector<std::pair<int, std::string>> key_entries(std::string_view text) {
    const auto label = read_label(text);
    text.remove_prefix(label.length);
    if (const auto colon = text.find(':'); label.length > 0 && !label.ends && colon < 20)
        text.remove_prefix(colon + 1);
    return numbered_letters(text);
}

}  // namespace examwright
