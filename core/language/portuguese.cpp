#include "core/language/word_lists.hpp"

namespace examwright {

const word_lists portuguese_words{
    .stop_words =
        "o a os as um uma uns umas do da dos das no na nos nas ao aos à às de em e ou mas nem que quem qual "
        "quais cujo quando onde como quanto quantos quantas por pelo pela pelos pelas para com sem sobre "
        "entre até desde durante é são era eram foi foram ser está estão há pode podem deve devem faz tem "
        "têm se seu sua seus suas lhe ele ela eles elas isto este esta estes estas esse essa isso aquele não "
        "sim mais menos muito já também porque pois embora assim cada todo toda todos todas outro outra "
        "outros outras mesmo mesma num numa foi será ter",
    .frame_words =
        "seguinte seguintes afirmação afirmações enunciado descreve melhor correta correto verdadeira falsa "
        "resposta opção alternativa termo nome chama denomina significa exemplo papel principal função "
        "propósito refere causa razão permite conhecido",
    .absolute_terms =
        "sempre|nunca|jamais|todo|todos|toda|todas|só|somente|apenas|unicamente|nenhum|nenhuma|"
        "nada|ninguém|completamente|totalmente|absolutamente|exclusivamente|inteiramente",
    .harmless_absolutes =
        "todas/todos as/os anteriores|nenhuma/nenhum das/dos anteriores|não/nem/quase "
        "sempre/nunca/todo/todos/toda/todas/só/somente/apenas/completamente/totalmente/"
        "exclusivamente|sobretudo|ao todo|antes de tudo|contudo",
    .vague_terms =
        "frequentemente|com frequência|geralmente|em geral|às vezes|usualmente|normalmente|"
        "raramente|ocasionalmente|habitualmente|tipicamente|muitas vezes|comumente",
    .harmless_vague = "com que frequência",
    .negations = "não|exceto|excepto|salvo|o/os menos|menos provável/adequado/adequada|com exceção|nem",
    .harmless_negations = "não só/apenas/somente|ou não|pelo menos|ao menos|a menos que",
    .source_speak =
        "segundo/conforme o/a/este/esta texto/passagem/autor/autora/documento/artigo/material/trecho/"
        "parágrafo/leitura/excerto/capítulo/seção/secção/figura/tabela/gráfico/quadro/vídeo|"
        "de acordo com o/a/este/esta texto/passagem/autor/autora/documento/artigo/material/trecho/parágrafo/"
        "leitura/excerto/capítulo/seção/figura/tabela|"
        "no/neste texto/trecho/excerto|na/nesta passagem|"
        "mencionado/mencionada/mencionados/mencionadas/descrito/descrita/citado/citada/apresentado/indicado "
        "no/na/neste documento/artigo/parágrafo/capítulo/seção/texto/material/trecho|"
        "como mencionado/descrito/indicado/explicado/visto acima/anteriormente|"
        "mencionado/mencionada/mencionados/mencionadas/descrito/descrita/indicado/citado acima/anteriormente|"
        "o texto/autor/documento/trecho menciona/diz/indica/descreve/afirma/sugere/define|"
        "menciona/diz/indica/descreve/afirma/sugere/define o texto/autor/documento|"
        "no documento o/qual/como/quem|de acordo com as informações|"
        "figura/fig/tabela/quadro #|na página #",
    .harmless_source_speak =
        "segundo/conforme o artigo #|de acordo com o artigo #|no texto da/do/de/"
        "constitucional/alternativo|na passagem da/do/de/para/entre",
};

}  // namespace examwright
