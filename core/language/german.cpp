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
        "alle oben genannten|alle/keine/keiner der/davon genannten|alle/keine "
        "antworten|nicht/fast/beinahe/nahezu immer/nie/alle/alles/nur/keine/nichts/jeder/jede/jedes/"
        "ausschließlich/vollständig/überall|immer noch|immer mehr|immer "
        "größer/kleiner/weiter/wieder/höher|vor "
        "allem|noch nie|alle # tage/jahre/stunden/minuten/monate/wochen|"
        "alle zwei/drei/vier/fünf/sechs/zehn/paar|nur #|nur "
        "ein/eine/einen/einem/einer/eines/einmal/zwei/drei/"
        "vier/fünf/zehn/wenn/falls/nach/vor/während/bis/im/um/dann/noch|nicht nur|nur in #|wenn auch nur",
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
        "nicht|ist/sind/war/waren/gilt/gelten/zählt/zählen/wird/werden "
        "kein/keine/keiner/keines/keinen/keinem|ist/sind/war/waren/bildet/bilden * "
        "kein/keine/keiner/keines/keinen|kein/keine merkmal/bestandteil/beispiel/teil/aufgabe/eigenschaft/"
        "funktion/ursache/folge/grund",
    .harmless_negations = "nicht nur/mehr/unbedingt|oder nicht|noch nicht",
    .shouted = "nicht|kein|keine|keiner|keines|keinen|außer|ausser",
    .source_speak =
        "diese/dieser/diesem/dieses lektion/kapitel/kapitels/abschnitt/vorlesung/kurs/modul/skript/video/"
        "artikel/absatz/lerneinheit/unterrichtseinheit|dieser/diese einheit|"
        "laut/gemäß lektion/vorlesung/kurs/modul/kapitel/"
        "folie/video/absatz/text/skript|"
        "laut/gemäß/nach der/dem/diesem/dieser lektion/kurs/modul/kapitel/folie/video/artikel/absatz/lektüre/"
        "lehrbuch/buch/folien/einheit/lehrer/dozent/sprecher|laut/gemäß den folien/autoren|"
        "im kurs/kapitel/modul/video/skript/artikel/absatz/lehrbuch/dokument "
        "genannt/genannte/genannten/empfohlen/empfohlene/empfohlenen/behandelt/vorgestellt/erklärt/"
        "beschrieben/erwähnt/erwähnten/gezeigt/beschriebenen/definiert|"
        "im artikel|im absatz|im kapitel|auf der/den folie/folien|im video/film gezeigt/gezeigte/gezeigten|"
        "ersten/zweiten/dritten/vierten/fünften/letzten/nächsten absatz/textabschnitt|passt/passen/gehört "
        "zum text|"
        "lässt/lassen sich aus dem/diesem text/artikel|aus dem text/artikel/abschnitt "
        "schließen/ableiten/entnehmen/folgern/hervor|dem/diesem text "
        "entnehmen|"
        "autor/autors/autorin/verfasser/verfasserin/aussage/hauptaussage/kernaussage/thema/titel/überschrift/"
        "absicht/ton des/dieses textes/artikels/abschnitts|welche/welcher folie/folien "
        "nennt/nennen/zeigt/zeigen/beschreibt/erklärt/definiert/listet|"
        "empfiehlt/nennt/sagt/beschreibt/erklärt/behandelt/zeigt/definiert/erwähnt/meint/behauptet/listet/"
        "bevorzugt/verwendet/nutzt/benutzt/bringt/gibt/vertritt/schlägt/warnt/betont/rät "
        "der/die/das/dieser/diese/dieses "
        "kurs/lektion/vorlesung/kapitel/modul/video/folie/artikel/absatz/skript/autor/autorin/text/sprecher/"
        "dozent/dokument|"
        "der/die/das kurs/kapitel/modul/video/folie/artikel/absatz/skript/dokument "
        "empfiehlt/nennt/sagt/beschreibt/erklärt/behandelt/definiert/erwähnt/bevorzugt/verwendet/betont|"
        "vorherige/vorherigen/vorigen/vorangehenden/vorangegangenen/letzten frage/aufgabe/lektion/kapitel/"
        "abschnitt/folie|frage oben|vor/nach dem lesen/durchlesen der/des/dieser/dieses|"
        "bevor/nachdem sie/du die/das/diese/dieses lektion/kapitel/artikel/text lesen/liest/gelesen|"
        "das/dem vorgelegte/vorgelegten material|in lektion/kapitel/modul/einheit/vorlesung #|"
        "laut/gemäß/nach dem/diesem text/textabschnitt/abschnitt/autor/artikel/dokument/auszug/absatz/"
        "material/skript/kapitel/vortrag/video/lernmaterial/studienmaterial/lehrtext|"
        "laut/gemäß text/autor/autorin/abschnitt/artikel/dokument/abbildung/tabelle/material/skript|"
        "laut/gemäß der autorin/abbildung/tabelle/textstelle/passage/vorlesung|"
        "im text|im vorliegenden text/abschnitt/auszug|in diesem text/abschnitt/auszug|in der "
        "textstelle/passage|"
        "dem text/autor/abschnitt/dokument/lehrtext/artikel/kapitel/absatz/skript zufolge|nach "
        "angaben/aussage/ansicht/meinung des/der "
        "textes/autors/autorin/artikels/verfassers|stimmt/lehnt/fordert/lobt/kritisiert/betont/berichtet/"
        "handelt der/dieser text/artikel|wird/werden im dokument/artikel/kapitel/skript "
        "als/über|"
        "im dokument/artikel/abschnitt/kapitel/skript/material "
        "erwähnt/genannt/beschrieben/dargestellt/erläutert|"
        "wie oben erwähnt/beschrieben/genannt/dargestellt/gezeigt/erläutert|oben "
        "erwähnten/erwähnte/genannten/"
        "genannte/beschriebenen/beschriebene|im obigen text/abschnitt/auszug|"
        "der obigen abbildung/tabelle/passage|der text/autor/abschnitt sagt/nennt/erwähnt/beschreibt/besagt/"
        "behauptet/erklärt/definiert|"
        "sagt/besagt/nennt/erwähnt/beschreibt/behauptet/erklärt/definiert/macht/gibt der "
        "text/autor/abschnitt|"
        "abbildung/abb/tabelle/tab #|auf seite/folie #",
    .harmless_source_speak =
        "im kapitel/artikel/absatz der/des/von|die/der lektion der/des/von|dieses artikels #|"
        "im text der/des/von/eines/einer|"
        "alle/keine/keiner/keines/beide/alles oben genannten/genannte|alle/keine/keiner/keines/beide der "
        "oben genannten|oben genannten "
        "antworten/aussagen",
    .source_nouns =
        "lektion lektionen vorlesung lerneinheit unterrichtseinheit kapitel kapitels autor autors autorin "
        "verfasser verfassers verfasserin textstelle lernmaterial lehrtext lesetext textauszug lehrbuch "
        "lehrbuchs",
    .pointing = "der die das dem den des diese dieser dieses diesem diesen im vom zum unser unserem unserer",
    .source_complements = "der des von vom eines einer die das den dem welcher welche welches über",
    .introducing = "ein eine einen einem einer eines",
};

}  // namespace examwright
