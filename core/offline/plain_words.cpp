#include "core/offline/plain_words.hpp"

#include <string>
#include <unordered_set>

#include "core/text/normalize.hpp"
#include "core/text/words.hpp"

namespace examwright {
namespace {

constexpr std::string_view plain_words =
    "process processes place places thing things trick tricks order orders waste result results effect "
    "effects cause causes reason reasons part parts piece pieces side sides piece end ends start beginning "
    "time times moment day days week weeks month months year years decade decades century centuries number "
    "numbers amount amounts quantity share half quarter majority rest total average lot kind kinds type "
    "types "
    "form forms sort class group groups set pair series range case cases example examples fact facts idea "
    "ideas point points question questions answer answers problem problems way ways method methods means "
    "use uses need needs help work works use purpose role task name names word words term terms person "
    "people man men woman women child children others everyone size length width height weight amount "
    "degree level rate line lines area areas region regions north south east west left right middle centre "
    "center top bottom front back surface white black red green blue yellow brown grey gray young deep "
    "wide thick thin short tall fast slow strong weak warm cold fresh normal whole main different important "
    "outside inside follows looks simple correct appropriate essential parallel easy hard full empty free "
    "ready true false next previous current recent modern ancient natural common rare general specific "
    "special single double second third fourth fifth sixth seventh eighth ninth tenth "
    "teil teile stelle stellen seite seiten art arten weise grund gründe ursache folge folgen zeit zeiten "
    "tag tage woche wochen monat monate jahr jahre jahren jahrhundert jahrhunderts anfang ende mitte zahl "
    "anzahl menge hälfte viertel rest beispiel beispiele fall fälle form formen gruppe gruppen reihe sache "
    "sachen ding dinge frage fragen antwort antworten problem probleme aufgabe rolle name namen wort wörter "
    "begriff mensch menschen mann männer frau frauen kind kinder leute größe länge breite höhe stufe grad "
    "niemand jemand weiteren weitere folgenden folgende anderen andere einzelnen einzelne "
    "norden süden osten westen vorgang prozess mittel zweck ort orte platz gebiet "
    "partie parties endroit lieu lieux façon manière raison raisons cause causes effet effets résultat "
    "résultats temps fois jour jours semaine mois année années siècle siècles début milieu nombre quantité "
    "moitié reste exemple exemples forme formes groupe groupes série chose choses question questions réponse "
    "problème rôle nom noms mot mots terme personne personnes homme hommes femme femmes enfant enfants gens "
    "taille longueur largeur hauteur degré niveau premier première premiers premières second seconde "
    "deuxième troisième quatrième dernier dernière derniers dernières nord ouest processus moyen but côté "
    "parte partes lugar lugares manera modo razón causa causas efecto efectos resultado resultados tiempo "
    "vez veces día días semana mes meses año años siglo siglos principio medio número cantidad mitad resto "
    "ejemplo ejemplos forma formas grupo grupos serie cosa cosas pregunta respuesta problema papel nombre "
    "nombres palabra palabras término persona personas hombre hombres mujer mujeres niño niños gente tamaño "
    "longitud anchura altura grado nivel primer primero primera segundo segunda tercer tercero tercera "
    "último última izquierda derecha norte sur oeste proceso fondo lado conjunto punto tipo tipos "
    "maneira razão efeito efeitos tempo vezes dia dias semana mês ano anos século séculos início meio "
    "quantidade metade exemplo exemplos série coisa coisas pergunta resposta papel nome nomes palavra "
    "palavras termo pessoa pessoas homem homens mulher mulheres criança crianças tamanho comprimento largura "
    "altura grau nível primeiro primeira terceiro terceira esquerda direita sul leste ponto pontos processo "
    "भाग हिस्सा स्थान जगह प्रकार तरीका तरह कारण परिणाम प्रभाव समय बार दिन सप्ताह महीना वर्ष साल शताब्दी आरंभ अंत "
    "मध्य संख्या मात्रा आधा शेष उदाहरण रूप समूह बात बातें प्रश्न उत्तर समस्या नाम शब्द व्यक्ति लोग लोगों आकार लंबाई "
    "चौड़ाई ऊँचाई स्तर पहला पहली पहले दूसरा दूसरी दूसरे तीसरा तीसरी अंतिम मुख्य दक्षिण पश्चिम प्रक्रिया साधन वर्णन";

}  // namespace

bool is_plain_word(std::string_view folded) {
    static const std::string text = normalized(plain_words);
    static const std::unordered_set<std::string_view> known = [] {
        const auto words = split_words(text);
        return std::unordered_set<std::string_view>(words.begin(), words.end());
    }();
    return known.contains(normalized(folded));
}

}  // namespace examwright
