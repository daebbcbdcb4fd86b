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
        "immer|nie|niemals|alle|alles|nur|keine|keiner|keinen|niemand|nichts|stets|jeder|jede|"
        "jedes|ausschließlich|vollständig|völlig|ausnahmslos|überall|nirgends",
    .harmless_absolutes =
        "alle oben genannten|alle/keine/keiner der/davon genannten|alle/keine "
        "antworten|nicht/fast/beinahe/nahezu immer/nie/alle/alles/nur/keine/nichts/jeder/jede/jedes/"
        "ausschließlich/vollständig/überall|immer noch|immer mehr|vor allem|noch nie|"
        "alle # tage/jahre/stunden",
    .vague_terms =
        "oft|häufig|meist|meistens|manchmal|gelegentlich|selten|gewöhnlich|normalerweise|"
        "üblicherweise|typischerweise|in der regel|im allgemeinen|mitunter|größtenteils",
    .harmless_vague = "wie oft|wie häufig",
    .negations = "nicht|kein|keine|keiner|keines|keinen|keinem|außer|ausgenommen|am wenigsten|mit ausnahme",
    .harmless_negations = "nicht nur|oder nicht|außer dass|außer betrieb/kraft/acht",
    .source_speak =
        "laut/gemäß/nach dem/diesem text/textabschnitt/abschnitt/autor/artikel/dokument/auszug/absatz/"
        "material/skript/kapitel/vortrag/video/lernmaterial/studienmaterial/lehrtext|"
        "laut/gemäß text/autor/autorin/abschnitt/artikel/dokument/abbildung/tabelle/material/skript|"
        "laut/gemäß der autorin/abbildung/tabelle/textstelle/passage/vorlesung|"
        "im text|im vorliegenden text/abschnitt/auszug|in diesem text/abschnitt/auszug|in der "
        "textstelle/passage|"
        "dem text/autor/abschnitt/dokument/lehrtext zufolge|wird/werden im dokument/artikel/kapitel/skript "
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
        "im text der/des/von/eines/einer|"
        "alle/keine/keiner/keines/beide/alles oben genannten/genannte|alle/keine/keiner/keines/beide der "
        "oben genannten|oben genannten "
        "antworten/aussagen",
};

}  // namespace examwright
