#include <algorithm>
#include <iterator>
#include <string>

#include "core/quality/flaws.hpp"
#include "core/quality/letter_words.hpp"
#include "core/text/phrase_set.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

/// Each stands for the other options when it starts an option.
constexpr std::string_view beginnings =
    "all/none/any/neither/both/either/two of the above|all/none the above|all/none above|"
    "all/none/neither/both/either of the/these/those others/answers/options/choices/alternatives|"
    "all/none of the other answers/options/choices/alternatives|"
    "all/both/none are correct/true/right/wrong/incorrect/false|all/both/none of these/them/those are/apply|"
    "all/both/no answers/options/choices/alternatives are|more than one of the above|"
    "same as option/answer/choice|the same as option/answer/choice|the above answers/options/choices|the "
    "first/last two answers/options/choices|"
    "alle/keine/keiner/keines/beide/jede der genannten/obigen/antworten/vorgenannten|"
    "alle/keine/beide/alles oben genannten/genannte|alle/keine/keiner/keines/beide der oben genannten|"
    "alle/keine/beide antworten|alle/keine/beide aussagen sind/treffen|keine der aussagen "
    "trifft/ist/stimmt|"
    "alles/nichts/keines davon|alle/keine/keiner/beide davon|alle/beide sind richtig/falsch/korrekt|"
    "toutes les réponses|toutes ces réponses|aucune de ces réponses|aucune des réponses|"
    "tout ce qui précède|rien de tout cela|aucun/aucune de ces choix/propositions|"
    "les deux/trois/quatre réponses/affirmations/propositions ci|nulle des réponses|toutes les "
    "propositions|toutes les options ci|tous les choix ci|aucun/aucune des "
    "choix/deux/propositions/précédentes|les deux réponses/sont|"
    "todas/ninguna/ambas las anteriores/respuestas/opciones|todos los anteriores|"
    "ninguna/ninguno/cualquiera de las/los anteriores/respuestas/opciones|ambas/todas "
    "son/respuestas/opciones "
    "correctas/verdaderas/falsas|ninguna es correcta/verdadera|nada de lo anterior|todo lo anterior|"
    "todas/ambas as anteriores/alternativas/respostas/opções|todos os anteriores|"
    "nenhuma/nenhum das/dos anteriores/alternativas/respostas/opções|"
    "nenhuma/nenhum das/dos acima|nenhuma está correta/certa|ambas/todas estão corretas/certas/erradas|"
    "उपरोक्त/उपर्युक्त सभी/दोनों|उपरोक्त/उपर्युक्त में से|इनमें से कोई नहीं|इनमें से सभी|इनमें से कोई भी नहीं|ये सभी|"
    "सभी विकल्प|दोनों विकल्प";
constexpr std::string_view harmless_beginnings = "all/none/any of the above ground";

/// The whole of an option; with more words after them they begin a sentence about the subject.
constexpr std::string_view whole_options =
    "all/none/any/both/neither/either of these/those/them|all/none of the others/other|all/none/any of the "
    "listed|alle/keine/beide genannten|"
    "keine/keiner/keines/alle/beide von diesen/beiden|les deux";

constexpr std::string_view unspaced_beginnings[] = {"以上都是", "以上皆是",   "以上都不是", "以上皆非",
                                                    "以上全部", "以上すべて", "上記すべて"};

/// What may stand between the letters of options.
constexpr std::string_view joining_words =
    "|both|either|neither|option|options|answer|answers|choice|choices|and|or|nor|&|only|are|is|correct|true|"
    "sowohl|als|auch|weder|noch|und|oder|nur|antwort|antworten|beide|sind|richtig|"
    "et|ou|ni|les|deux|seulement|réponse|réponses|sont|correctes|"
    "y|o|ni|tanto|como|ambas|las|los|opción|opciones|respuesta|respuestas|solo|sólo|son|correctas|"
    "e|ou|nem|quanto|alternativa|alternativas|apenas|somente|as|estão|corretas|"
    "और|या|तथा|एवं|व|दोनों|न|तो|ना|ही|केवल|विकल्प|सही|हैं|";

bool is_letter_of_option(std::string_view word, char last) {
    static constexpr std::string_view in_hindi[] = {"क", "ख", "ग", "घ"};
    return (word.size() == 1 && word[0] >= 'A' && word[0] <= last) ||
           std::find(std::begin(in_hindi), std::end(in_hindi), word) != std::end(in_hindi);
}

/// "Both A and B", "A, C and D", "Options B or C only": two letters of options and nothing but joining words.
bool joins_letters(std::string_view option, char last) {
    static const std::string joining = casefold(joining_words);
    std::string plain(option);
    std::replace_if(
        plain.begin(), plain.end(), [](char c) { return c == ',' || c == '.' || c == '(' || c == ')'; }, ' ');
    int letters = 0;
    for (const auto word : split_words(plain)) {
        if (is_letter_of_option(word, last))
            ++letters;
        else if (joining.find("|" + casefold(word) + "|") == joining.npos)
            return false;
    }
    return letters >= 2;
}

}  // namespace

bool refers_to_others(const question_text& text, std::size_t option) {
    static const phrase_set leading(beginnings, harmless_beginnings);
    static const phrase_set whole(whole_options);
    const auto& words = text.options[option];
    if (leading.begins(words.words) || whole.is(words.words) ||
        std::any_of(std::begin(unspaced_beginnings), std::end(unspaced_beginnings),
                    [&](std::string_view each) { return words.text.starts_with(each); }))
        return true;
    // Beside an option "A", "A and B" speaks of the subject: blood groups, sets, vitamins.
    const auto& options = text.content.options;
    const char last = last_letter_of(text.content);
    return joins_letters(options[option], last) &&
           std::none_of(options.begin(), options.end(),
                        [&](const auto& each) { return is_letter_of_option(trimmed(each), last); });
}

flaw_words find_option_reference(const question_text& text) {
    for (std::size_t i = 0; i < text.options.size(); ++i)
        if (refers_to_others(text, i))
            return text.content.options[i];
    return std::nullopt;
}

}  // namespace examwright
