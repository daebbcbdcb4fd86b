#include "core/question/member_names.hpp"

#include <charconv>

#include "core/text/ascii.hpp"

namespace examwright {
namespace {

/// Folded and parted by spaces, those that decide first in front.
std::string_view names_of(part sought) {
    switch (sought) {
        case part::list:
            return "mcqs questions reviews mcq items quiz data results result list output test exam answers "
                   "response answers multiplechoicequestions evaluations feedback fragen preguntas perguntas "
                   "quizzes";
        case part::stem:
            return "question stem questiontext questionstem prompt text query mcq statement problem title "
                   "body "
                   "questiontitle q name frage pregunta pergunta fragetext enunciado énoncé enonce प्रश्न";
        case part::options:
            return "options choices answers answeroptions answerchoices alternatives possibleanswers "
                   "optionlist choicelist responses variants answerlist antworten optionen "
                   "antwortmöglichkeiten opciones opções opcoes respuestas respostas réponses reponses choix "
                   "propositions alternativas विकल्प";
        case part::key:
            return "correctoption correctanswer correct key answer correctindex correctoptionindex "
                   "correctanswerindex answerindex correctchoice correctoptionid correctanswerid correctid "
                   "rightanswer rightoption rightchoice right correctletter answerletter correctkey "
                   "answerkey "
                   "correctlabel correctoptions correctanswers correctchoices solution answerid ans a "
                   "correctresponse correctanswertext answertext "
                   "richtigeantwort richtig antwort lösung loesung respuestacorrecta correcta respuesta "
                   "respostacorreta correta resposta bonneréponse bonnereponse réponse reponse "
                   "réponsecorrecte "
                   "reponsecorrecte सहीउत्तर उत्तर";
        case part::wrong:
            return "distractors wronganswers incorrectanswers wrongoptions incorrectoptions wrong incorrect "
                   "wrongchoices incorrectchoices";
        case part::explanation:
            return "explanation rationale answerexplanation explanationtext reason reasoning justification "
                   "why feedback generalfeedback comment explain explication justificacion erklärung "
                   "erklaerung begründung begruendung explicación explicacion explicação explicacao "
                   "justificativa व्याख्या";
        case part::difficulty: return "difficulty difficultylevel level";
        case part::topic: return "topictag topic topicslug tag category subject";
        case part::quote:
            return "sourcequote source quote evidence supportingquote sourcetext sourcesentence excerpt "
                   "citation supportingtext reference quelle zitat cita citação citacao extrait";
        case part::idea: return "idea concept keyidea testedidea";
        case part::number:
            return "number questionnumber num no id questionid index questionindex questionno n nr q";
        case part::option_text:
            return "text option answer content value choice body statement description optiontext answertext "
                   "label name html";
        case part::option_label: return "label id letter key optionid index optionletter choiceid";
        case part::option_is_key:
            return "iscorrect correct iscorrectanswer right isright isanswer istrue correctanswer answer "
                   "iscorrectoption true is_key iskey";
        case part::reviewed_answer:
            return "answer chosen choice selected selectedoption chosenoption correctoption correctanswer "
                   "option correct letter key youranswer bestoption answerletter response best";
        case part::also_right: return "alsoright alsocorrect otherright othercorrect alsoacceptable";
        case part::flaw: return "flaw problem issue verdict flawtype";
        case part::critique:
            return "critique comment comments feedback remarks remark note notes explanation issues reason "
                   "rationale";
    }
    return {};
}

constexpr std::string_view option_words[] = {"answeroption", "alternative", "option",   "choice",  "answer",
                                             "variant",      "antwort",     "opcion",   "opción",  "opção",
                                             "opcao",        "respuesta",   "resposta", "réponse", "reponse",
                                             "opt",          "ans"};
constexpr std::string_view wrong_words[] = {"wronganswer",     "wrongoption",     "wrongchoice",
                                            "incorrectanswer", "incorrectoption", "distractor",
                                            "incorrect",       "wrong",           "incorrectchoice"};

std::string_view without_prefix(std::string_view name, const auto& prefixes) {
    for (const auto prefix : prefixes)
        if (name.starts_with(prefix))
            return name.substr(prefix.size());
    return name;
}

std::optional<std::size_t> read_small_number(std::string_view text) {
    std::size_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || text.size() > 2 || read.ec != std::errc() || read.ptr != text.data() + text.size())
        return std::nullopt;
    return number;
}

}  // namespace

std::string folded_name(std::string_view name) {
    std::string folded;
    for (const char c : name)
        if (is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80)
            folded += to_ascii_lower(c);
    return folded;
}

const boost::json::value* find_part(const boost::json::object& object, part sought) {
    std::vector<std::pair<std::string, const boost::json::value*>> members;
    constexpr std::size_t most_members = 64;  // no question has more
    for (const auto& member : object)
        if (!member.value().is_null() && members.size() < most_members)
            members.emplace_back(folded_name(member.key()), &member.value());
    for (auto names = names_of(sought); !names.empty();) {
        const auto end = std::min(names.find(' '), names.size());
        for (const auto& [name, value] : members)
            if (name == names.substr(0, end))
                return value;
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return nullptr;
}

std::optional<option_place> option_place_of(std::string_view name) {
    const auto folded = folded_name(name);
    const auto rest = without_prefix(folded, option_words);
    if (rest.size() == 1 && rest[0] >= 'a' && rest[0] <= 'j')
        return option_place{static_cast<std::size_t>(rest[0] - 'a'), false};
    if (const auto number = read_small_number(rest))
        return option_place{*number, true};
    return std::nullopt;
}

std::optional<std::size_t> wrong_number_of(std::string_view name) {
    const auto folded = folded_name(name);
    const auto rest = without_prefix(folded, wrong_words);
    if (rest.size() == folded.size())
        return std::nullopt;
    if (rest.size() == 1 && rest[0] >= 'a' && rest[0] <= 'j')
        return static_cast<std::size_t>(rest[0] - 'a') + 1;
    return read_small_number(rest);
}

}  // namespace examwright
