#include "core/language/word_lists.hpp"

namespace examwright {

const word_lists german_words{
    .stop_words =
        "der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine keinen in "
        "im "
        "an am auf aus bei beim mit nach von vom vor zu zum zur für über unter zwischen durch gegen ohne um "
        "bis seit während ist sind war waren sein wird werden wurde wurden worden hat haben hatte kann "
        "können "
        "konnte muss müssen soll sollte darf mag es er sie ihr sein seine ihre ihren sich man wir uns ich du "
        "als wie wenn weil da dass daß ob denn doch so auch nur noch schon sehr mehr hier dort dann was wer "
        "wo wann warum welche welcher welches welchen welchem wodurch womit wofür worin diese dieser dieses "
        "diesen diesem jeder jede jedes alle allen aller sowie damit dabei dazu",
    .frame_words =
        "folgenden folgende folgender aussage aussagen beschreibt beschreiben richtig falsch wahr korrekt "
        "antwort begriff name bezeichnet genannt heißt beispiel zweck rolle hauptsächlich trifft besten "
        "bedeutet grund ursache folge handelt versteht",
    .absolute_terms =
        "immer|nie|niemals|alle|alles|nur|niemand|stets|ausschließlich|vollständig|völlig|ausnahmslos|"
        "überall|nirgends|nirgendwo|jederzeit|keinesfalls|gänzlich",
    .harmless_absolutes =
        "alle oben genannten|alle/keine/keiner der/davon genannten|alle/keine antworten|nicht/fast/beinahe/"
        "nahezu immer/nie/alle/alles/nur/keine/nichts/jeder/jede/jedes/ausschließlich/vollständig/überall|"
        "immer noch|immer mehr|immer größer/kleiner/weiter/wieder/höher|vor allem|noch nie|alle #/@number "
        "@time|alle paar|jeder/jede/jedes/jeden/jedem @time|jeder/jede/jedes/jeden/jedem zweite/zweiten/"
        "zweites/dritte/dritten @time|nur/ausschließlich #/@number/@time|nur einmal/wenn/falls/nach/vor/"
        "während/bis/um/dann/noch|nur/ausschließlich im/in/am/an/ab/von/gegen/zwischen/seit/um #/@number/"
        "@time|nur/ausschließlich in/an der/den/dem #/@number/@time|nur/ausschließlich im/in/am frühen/"
        "späten/ersten/letzten @time|nicht nur|wenn auch nur",
    .times =
        "tag tage tagen tages morgen vormittag mittag nachmittag abend nacht nächte nächten mitternacht "
        "woche wochen wochenende wochenenden monat monate monaten monats jahr jahre jahren jahres stunde "
        "stunden minute minuten jahrhundert frühling frühjahr sommer herbst winter montag dienstag mittwoch "
        "donnerstag freitag samstag sonntag montags dienstags mittwochs donnerstags freitags samstags "
        "sonntags werktags morgens vormittags mittags nachmittags abends nachts tagsüber januar februar märz "
        "april mai juni juli august september oktober november dezember",
    .small_numbers =
        "ein eine einen einem einer eines eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf "
        "zwanzig dreißig hundert",
    .weak_absolutes =
        "kein|keine|keiner|keinen|keinem|keines|nichts|jeder|jede|jedes|jeden|jedem|allen|aller",
    .vague_terms =
        "oft|häufig|meist|meistens|manchmal|gelegentlich|selten|gewöhnlich|normalerweise|"
        "üblicherweise|typischerweise|in der regel|im allgemeinen|mitunter|größtenteils",
    .harmless_vague = "wie/so/zu/sehr oft/häufig/selten",
    .exceptions = "außer|ausgenommen|mit ausnahme|bis auf",
    .exception_company =
        "von der die das dem den einem einer einen welche welcher welches welchem welchen folgenden "
        "antworten was wem wen _",
    .least = "am wenigsten|am unwahrscheinlichsten",
    .asking = "welche|welcher|welches|welchen|welchem|was|wer|wen|wem|wessen",
    .asking_otherwise = "warum|weshalb|wieso|weswegen|wie|wann|wo|wodurch|womit|wofür|worin|wozu|wohin|woher",
    .subordinators = "",
    .relatives =
        "dass daß wenn falls weil obwohl während bevor nachdem sobald solange damit ob da als indem der die "
        "das den dem dessen deren denen sondern wo um ohne statt welche welcher welches welchen",
    .negations =
        "nicht|* kein/keine/keiner/keines/keinen/keinem|ist/sind/war/waren/gilt/gelten/zählt/zählen/wird/"
        "werden kein/keine/keiner/keines/keinen/keinem|ist/sind/war/waren/bildet/bilden * kein/keine/keiner/"
        "keines/keinen|kein/keine merkmal/bestandteil/beispiel/teil/aufgabe/eigenschaft/funktion/ursache/"
        "folge/grund",
    .harmless_negations =
        "hat/haben/hatte/hatten/besitzt/besitzen/bedeutet/heißt/bewirkt kein/keine/keiner/keines/keinen/"
        "keinem|und kein/keine/keinen/nicht|nicht nur/mehr/unbedingt|oder nicht|noch nicht",
    .shouted = "nicht|kein|keine|keiner|keines|keinen|außer|ausser",
    .source_speak =
        "diese/dieser/diesem/dieses lektion/kapitel/kapitels/abschnitt/vorlesung/kurs/modul/skript/video/"
        "artikel/absatz/lerneinheit/unterrichtseinheit/folie/lektüre/vortrag|dieser/diese einheit|in/aus/auf "
        "diesem/dieser dokument/text/buch/podcast|laut/gemäß/entsprechend @source/material|laut/gemäß/"
        "entsprechend der/dem/den/diesem/dieser/diesen/unserem/unserer/unseren @source/material/unterlagen/"
        "präsentation|laut/gemäß/nach/in lektion/modul/einheit/kurs/vorlesung/kapitel/folie/video #|nach dem/"
        "der/diesem/dieser lektion/kurs/modul/kapitel/folie/video/artikel/absatz/lektüre/text/textabschnitt/"
        "abschnitt/autor/dokument/auszug/material/skript/vortrag/lernmaterial/studienmaterial/lehrtext/"
        "lehrbuch/buch/folien/einheit/lehrer/dozent/sprecher|laut/gemäß der abbildung/tabelle/passage|laut/"
        "gemäß abbildung/tabelle|laut/gemäß/nach dem/diesem studienmaterial/auszug/textabschnitt|im kurs/"
        "kapitel/video/skript/artikel/absatz/lehrbuch/vortrag|in der lektion/vorlesung/lektüre/lerneinheit/"
        "unterrichtseinheit|im/in/auf/aus/von/vom @source/material ~ @told|im/in/auf/aus/von/vom @nth "
        "@source ~ @told|in/auf/aus/von/durch dem/der/den/diesem/dieser/diesen/unserem/unserer @source/"
        "material/unterlagen/präsentation/unterricht ~ @told|auf der/den folie/folien|unser/unsere/unserem/"
        "unserer/unseren/unseres @source|im film gezeigt/gezeigte/gezeigten|@tells der/die/das/den/dieser/"
        "diese/dieses/unser/unsere @source|@tells der/die/das/diese/dieser/dieses @nth @source|der/die/das "
        "@nth @source @tells|@tells lektion/kapitel/modul/einheit/folie/video/vorlesung #|der/die/das/dieser/"
        "diese/dieses/unser/unsere @source @tells|zeigt/verwendet/nutzt/benutzt/bringt/gibt/bevorzugt/macht/"
        "meint/vertritt/schlägt der/die/das/dieser/diese/dieses kurs/lektion/vorlesung/kapitel/modul/video/"
        "folie/artikel/absatz/skript/autor/autorin/text/sprecher/dozent/dokument|der/die/das kurs/kapitel/"
        "modul/video/folie/artikel/absatz/skript/dokument bevorzugt/verwendet|@nth absatz/textabschnitt/"
        "folie/lektion/vorlesung/kapitel|passt/passen/gehört zum text|lässt/lassen sich aus dem/diesem text/"
        "artikel|aus dem text/artikel/abschnitt schließen/ableiten/entnehmen/folgern/hervor|dem/diesem text "
        "entnehmen|autor/autors/autorin/verfasser/verfasserin/aussage/hauptaussage/kernaussage/thema/titel/"
        "überschrift/absicht/ton des/dieses textes/artikels/abschnitts|welche/welcher folie/folien nennt/"
        "nennen/zeigt/zeigen/beschreibt/erklärt/definiert/listet|vorherige/vorherigen/vorigen/vorangehenden/"
        "vorangegangenen/letzten frage/aufgabe/lektion/kapitel/abschnitt/folie|frage oben|vor/nach dem lesen/"
        "durchlesen der/des/dieser/dieses|bevor/nachdem sie/du/man die/das/den/diese/dieses/diesen @source "
        "lesen/liest/gelesen/ansehen/anschauen|das/dem vorgelegte/vorgelegten material|im text|im "
        "vorliegenden text/abschnitt/auszug|in diesem text/abschnitt/auszug|in der textstelle/passage|dem/"
        "der text/autor/abschnitt/dokument/lehrtext/artikel/kapitel/absatz/skript/kurs/modul/video/lektion/"
        "vorlesung zufolge|nach angaben/aussage/ansicht/meinung des/der textes/autors/autorin/artikels/"
        "verfassers/kurses/videos|stimmt/lehnt/fordert/lobt/kritisiert/betont/berichtet/handelt der/dieser "
        "text/artikel|wird/werden im dokument/artikel/kapitel/skript als/über|wie oben erwähnt/beschrieben/"
        "genannt/dargestellt/gezeigt/erläutert|oben erwähnten/erwähnte/genannten/genannte/beschriebenen/"
        "beschriebene|im obigen text/abschnitt/auszug|der obigen abbildung/tabelle/passage|macht/gibt der "
        "text/autor/abschnitt|abbildung/abb/tabelle/tab #|auf seite/folie #",
    .source_places =
        "im kurs/modul/video/artikel/text/dokument/abschnitt/skript/vortrag/buch/podcast|in "
        "der/den/unserem/unserer lektüre/einheit/folie/folien|vor/nach dem lesen/durchlesen/ansehen|vor/nach "
        "der "
        "lektüre",
    .harmless_source_speak =
        "im/in @medium der/des/von/vom/eines/einer/zum/zur|die lektion der/des/von|dieses artikels #|"
        "in der @medium des/von/vom/eines/einer|"
        "alle/keine/keiner/keines/beide/alles oben genannten/genannte|alle/keine/keiner/keines/beide der "
        "oben genannten|oben genannten "
        "antworten/aussagen",
    .source_nouns =
        "lektion lektionen vorlesung lerneinheit unterrichtseinheit kapitel kapitels autor autors autorin "
        "verfasser verfassers verfasserin textstelle lernmaterial lehrtext lesetext textauszug lehrbuch "
        "lehrbuchs",
    .pointing = "der die das dem den des diese dieser dieses diesem diesen im vom zum unser unserem unserer",
    .source_complements = "der des von vom eines einer die das den dem welcher welche welches über",
    .source_media =
        "kurs kurses modul moduls einheit folie folien video videos lektüre artikel artikels absatz absatzes "
        "text textes dokument dokuments abschnitt abschnitts skript skripts vortrag vortrags sprecher dozent "
        "dozentin referent podcast buch passage autoren",
    .source_verbs =
        "empfiehlt empfehlen nennt nennen sagt sagen besagt beschreibt beschreiben erklärt erklären "
        "behandelt behandeln definiert erwähnt erwähnen behauptet listet warnt betont betonen rät lehrt "
        "erläutert thematisiert schildert berichtet bezeichnet vergleicht stützt unterstützt belegt "
        "begründet folgert verlangt fordert kritisiert lobt",
    .source_participles =
        "genannt genannte genannten empfohlen empfohlene empfohlenen behandelt behandelte behandelten "
        "vorgestellt vorgestellte vorgestellten erklärt erklärte erklärten beschrieben beschriebene "
        "beschriebenen erwähnt erwähnte erwähnten gezeigt gezeigte gezeigten definiert definierte "
        "definierten "
        "aufgeführt aufgeführte aufgeführten aufgezählt besprochen besprochene besprochenen erläutert "
        "dargestellt dargestellte gelehrt thematisiert eingeführt angegeben aufgelistet gesagt betont",
    .source_ordinals =
        "erste ersten erster erstes zweite zweiten zweiter zweites dritte dritten vierte vierten fünfte "
        "fünften letzte letzten letzter letztes nächste nächsten vorige vorigen vorherige vorherigen",
    .introducing = "ein eine einen einem einer eines",
};

}  // namespace examwright
