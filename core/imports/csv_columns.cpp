#include "core/imports/csv_columns.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <span>

#include "core/question/question.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

using column_member = std::size_t csv_columns::*;

// As simple_name makes them.
constexpr std::string_view stem_names[] = {"question",  "questiontext",  "stem",    "prompt",  "frage",
                                           "fragetext", "fragestellung", "énoncé",  "enonce",  "pregunta",
                                           "enunciado", "pergunta",      "questão", "questao", "प्रश्न"};
constexpr std::string_view key_names[] = {"ans",
                                          "correctans",
                                          "rightans",
                                          "correctresponse",
                                          "correctnumber",
                                          "correctoptionnumber",
                                          "correctanswernumber",
                                          "answernumber",
                                          "correctoption",
                                          "correctanswer",
                                          "correctanswers",
                                          "correct",
                                          "answer",
                                          "key",
                                          "answerkey",
                                          "rightanswer",
                                          "rightoption",
                                          "solution",
                                          "correctchoice",
                                          "rightchoice",
                                          "richtig",
                                          "richtigeantwort",
                                          "richtigeoption",
                                          "korrekteantwort",
                                          "korrekt",
                                          "antwort",
                                          "lösung",
                                          "loesung",
                                          "bonneréponse",
                                          "bonnereponse",
                                          "bonnesréponses",
                                          "réponsecorrecte",
                                          "reponsecorrecte",
                                          "réponsejuste",
                                          "correcte",
                                          "réponse",
                                          "reponse",
                                          "corrigé",
                                          "respuestacorrecta",
                                          "opcióncorrecta",
                                          "opcioncorrecta",
                                          "correcta",
                                          "respuesta",
                                          "solución",
                                          "solucion",
                                          "respostacorreta",
                                          "respostacerta",
                                          "opçãocorreta",
                                          "opcaocorreta",
                                          "alternativacorreta",
                                          "correta",
                                          "resposta",
                                          "gabarito",
                                          "सहीउत्तर",
                                          "सहीविकल्प",
                                          "उत्तर"};
constexpr std::string_view index_names[] = {"answerindex",        "correctindex",       "correctanswerindex",
                                            "correctoptionindex", "correctchoiceindex", "rightanswerindex"};
constexpr std::string_view explanation_names[] = {
    "explanation", "answerexplanation", "feedback",   "rationale",     "erklärung",     "erklaerung",
    "erläuterung", "erlaeuterung",      "begründung", "explication",   "justification", "explicación",
    "explicacion", "explicação",        "explicacao", "justificativa", "justificación", "व्याख्या"};
constexpr std::string_view level_names[] = {"difficulty", "schwierigkeit", "schwierigkeitsgrad", "difficulté",
                                            "difficulte", "dificultad",    "dificuldade",        "कठिनाई"};
constexpr std::string_view topic_names[] = {"topic", "category",  "tag",  "thema",     "kategorie", "thème",
                                            "theme", "catégorie", "tema", "categoría", "categoria", "विषय"};
constexpr std::string_view quote_names[] = {"sourcequote"};
constexpr std::string_view page_names[] = {"sourcepage"};

constexpr std::string_view option_words[] = {"opt",         "response",     "option",
                                             "answer",      "answeroption", "choice",
                                             "alternative", "antwort",      "antwortmöglichkeit",
                                             "auswahl",     "réponse",      "reponse",
                                             "choix",       "proposition",  "opción",
                                             "opcion",      "respuesta",    "alternativa",
                                             "opção",       "opcao",        "resposta",
                                             "विकल्प",       "उत्तर"};
constexpr std::string_view wrong_words[] = {"wrong",
                                            "wronganswer",
                                            "wrongoption",
                                            "incorrect",
                                            "incorrectanswer",
                                            "incorrectoption",
                                            "distractor",
                                            "falsch",
                                            "falscheantwort",
                                            "distraktor",
                                            "faux",
                                            "mauvaiseréponse",
                                            "mauvaisereponse",
                                            "réponseincorrecte",
                                            "distracteur",
                                            "incorrecta",
                                            "respuestaincorrecta",
                                            "distractora",
                                            "incorreta",
                                            "respostaincorreta",
                                            "errada",
                                            "respostaerrada",
                                            "distrator",
                                            "गलतउत्तर",
                                            "गलतविकल्प"};

bool holds(std::span<const std::string_view> names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

/// The column that a name stands for; nullptr if it is an option's or none.
column_member column_of(std::string_view name) {
    const std::pair<std::span<const std::string_view>, column_member> known[] = {
        {stem_names, &csv_columns::stem},   {key_names, &csv_columns::key},
        {index_names, &csv_columns::key},   {explanation_names, &csv_columns::explanation},
        {level_names, &csv_columns::level}, {topic_names, &csv_columns::topic},
        {quote_names, &csv_columns::quote}, {page_names, &csv_columns::page}};
    for (const auto& [names, member] : known)
        if (holds(names, name))
            return member;
    return nullptr;
}

/// "Correct Answer(s)" -> "correctanswer", "Question #" -> "questionnumber": what a column's name is compared
/// by.
std::string simple_name(std::string_view name) {
    const auto text = composed(casefold(trimmed(name.substr(0, std::min(name.find('('), name.find(" - "))))));
    std::string simple;
    for (std::size_t i = 0; i < text.size();) {
        const auto [value, length] = decode_at(text, i);
        if (is_word_part(value))
            simple += text.substr(i, length);
        i += length;
    }
    return text.ends_with('#') ? simple + "number" : simple;
}

struct place {
    std::size_t index = 0;
    bool by_number = false;
};

constexpr std::string_view hindi_letters[] = {"क", "ख", "ग", "घ", "ङ", "च", "छ", "ज", "झ", "ञ"};

/// "a", "ख", "3": a letter, or a number that counts from the first one. Past the tenth, so that an option too
/// many is told.
std::optional<place> place_of(std::string_view text, std::size_t first = 1) {
    if (text.size() == 1 && text[0] >= 'a' && text[0] <= 'z')
        return place{static_cast<std::size_t>(text[0] - 'a'), false};
    if (const auto index = hindi_place(text))
        return place{*index, false};
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && number >= first && number <= 26 ? std::optional(place{number - first, true})
                                                    : std::nullopt;
}

/// "optiona", "answer2": the place behind one of the words.
std::optional<place> place_behind(std::string_view name, std::span<const std::string_view> words,
                                  std::size_t first = 1) {
    for (const auto word : words)
        if (name.starts_with(word))
            if (const auto found = place_of(name.substr(word.size()), first))
                return found;
    return std::nullopt;
}

/// Whether one of the names is "option 0" or the like.
bool count_from_zero(const std::vector<std::string>& names) {
    return std::ranges::any_of(names, [](const std::string& name) {
        const auto simple = simple_name(name);
        return simple.ends_with('0') &&
               holds(option_words, std::string_view(simple).substr(0, simple.size() - 1));
    });
}

/// Without those past the tenth that do not go on from it: "n" may name anything.
std::vector<std::size_t> in_order(const std::map<std::size_t, std::size_t>& columns) {
    std::vector<std::size_t> sorted;
    for (const auto& [index, at] : columns)
        if (index < most_options || sorted.size() == index)
            sorted.push_back(at);
    return sorted;
}

}  // namespace

bool csv_columns::complete() const {
    return stem != nowhere && key != nowhere && (options.size() >= fewest_options || !wrong.empty());
}

csv_columns find_columns(const std::vector<std::string>& names) {
    csv_columns found;
    found.from_zero = count_from_zero(names);
    const std::size_t first = found.from_zero ? 0 : 1;
    std::map<std::size_t, std::size_t> options, wrong;  // index -> column
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto name = simple_name(names[i]);
        const auto member = column_of(name);
        const auto wrong_one = place_behind(name, wrong_words);
        const auto option = place_of(name) ? place_of(name) : place_behind(name, option_words, first);
        if (member && found.*member == csv_columns::nowhere)
            found.*member = i;
        else if (wrong_one || holds(wrong_words, name))
            wrong.emplace(wrong_one ? wrong_one->index : wrong.size(), i);
        else if (option && options.emplace(option->index, i).second)
            found.numbered = found.numbered || option->by_number;
    }
    found.by_index = found.key != csv_columns::nowhere && holds(index_names, simple_name(names[found.key]));
    found.options = in_order(options);
    if (found.options.size() < fewest_options)
        found.wrong = in_order(wrong);
    return found;
}

std::optional<std::size_t> hindi_place(std::string_view letter) {
    const auto* found = std::ranges::find(hindi_letters, letter);
    return found == std::end(hindi_letters)
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - std::begin(hindi_letters)));
}

std::optional<std::size_t> named_place(std::string_view text) {
    const auto found = place_behind(simple_name(text), option_words);
    return found ? std::optional(found->index) : std::nullopt;
}

}  // namespace examwright
