#include "core/quality/letter_words.hpp"

#include <algorithm>
#include <string_view>

#include "core/text/unicode.hpp"

namespace examwright {
namespace {

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

}  // namespace

char last_letter_of(const question& question) {
    const auto count = std::min(question.options.size(), most_options);
    return count < 6 ? 'E' : option_letter(count - 1);
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

const word_set& links() {
    static const word_set words = folded_set(
        "is was are be must would should therefore thus correct ist sind wäre lautet also richtige die est "
        "sont donc correcte la es son sería correcta é são seria correta certa a letra है सही");
    return words;
}

const word_set& label_nouns() {
    static const word_set words = folded_set(
        "statement statements letter möglichkeit aussage buchstabe proposition propositions lettre "
        "affirmation "
        "afirmación afirmaciones letra ítem afirmação afirmações afirmativa item कथन");
    return words;
}

const word_set& keys() {
    static const word_set words = folded_set("key solution lösung clé solución clave solução chave gabarito");
    return words;
}

const word_set& copulas() {
    static const word_set words = folded_set(
        "is are was were isn't aren't would ist sind war waren wäre est sont serait es son sería é são está "
        "estão seria");
    return words;
}

const word_set& wrong_option_verbs() {
    static const word_set words = folded_set(
        "confuses contradicts ignores reverses overstates understates misstates exaggerates misrepresents "
        "verwechselt widerspricht confond contredit confunde contradice contradiz");
    return words;
}

const word_set& verdicts() {
    static const word_set words = folded_set(
        "correct incorrect wrong right richtig falsch korrekt correcte correctes incorrecte incorrectes "
        "fausse "
        "fausses distractor distractors correcta correctas correcto correctos incorrecta incorrectas "
        "incorrecto incorrectos errónea "
        "correta corretas correto corretos incorreta incorretas incorreto incorretos errada erradas errado "
        "सही गलत ग़लत");
    return words;
}

const word_set& continuations() {
    static const word_set words = folded_set(
        "is are was were because and or but as since for which not only then weil da denn und oder nicht car "
        "parce et ou mais pas y o porque ya pero no e pois mas não है हैं क्योंकि और या");
    return words;
}

const word_set& truths() {
    static const word_set words = folded_set("true false wahr vrai vraie faux verdadera verdadeira");
    return words;
}

const word_set& openers() {
    static const word_set words =
        folded_set("and or but both neither nor hence so und oder aber et ou mais y o pero e mas और या लेकिन");
    return words;
}

const word_set& subordinators() {
    static const word_set words = folded_set(
        "while whereas as since because although während da weil tandis puisque mientras porque enquanto "
        "जबकि");
    return words;
}

}  // namespace examwright
