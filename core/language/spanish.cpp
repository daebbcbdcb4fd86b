#include "core/language/word_lists.hpp"

namespace examwright {

const word_lists spanish_words{
    .stop_words =
        "el la los las un una unos unas lo al del de y e o u pero ni que qué quien quién cual cuál cuales "
        "cuáles cuyo cuando cuándo donde dónde como cómo cuanto cuánto cuántos cuántas por para con sin "
        "sobre "
        "entre hasta desde hacia durante ante bajo según en a es son era eran fue fueron ser está están "
        "estaba ha han había haber hay puede pueden debe deben hace tiene tienen se su sus le nos me te "
        "mi tu él ella ellos ellas esto este esta estos estas ese esa eso aquel no sí si más menos muy ya "
        "también porque pues aunque así cada todo toda todos todas otro otra otros otras mismo misma",
    .frame_words =
        "siguiente siguientes afirmación afirmaciones enunciado describe mejor correcta correcto verdadera "
        "falsa respuesta opción término nombre llama denomina significa ejemplo papel principal función "
        "propósito refiere causa razón permite conoce",
    .absolute_terms =
        "siempre|nunca|jamás|todo|todos|toda|todas|solo|sólo|solamente|únicamente|ningún|"
        "ninguno|ninguna|nada|nadie|completamente|totalmente|absolutamente|exclusivamente|"
        "enteramente",
    .harmless_absolutes =
        "todas/todos las/los anteriores|ninguna/ninguno de las/los anteriores|no/casi "
        "siempre/nunca/todo/todos/toda/todas/solo/sólo/solamente/únicamente/completamente/totalmente/"
        "exclusivamente|sobre todo|un/el/del todo|ante todo|no obstante",
    .vague_terms =
        "a menudo|usualmente|normalmente|a veces|generalmente|frecuentemente|con frecuencia|"
        "raramente|rara vez|ocasionalmente|por lo general|habitualmente|típicamente|comúnmente",
    .harmless_vague = "con qué frecuencia",
    .negations = "no|excepto|salvo|el/la/los/las menos|menos probable/adecuado/adecuada|a excepción|ni",
    .harmless_negations = "no solo/sólo/solamente|o no|por lo menos|al menos|no obstante",
    .source_speak =
        "según el/la/este/esta/los texto/pasaje/autor/autora/autores/documento/artículo/material/fragmento/"
        "párrafo/lectura/extracto/capítulo/sección/figura/tabla/gráfico/cuadro/vídeo/video|"
        "de acuerdo con/a el/la/este/esta texto/pasaje/autor/autora/documento/artículo/material/fragmento/"
        "párrafo/lectura/extracto/capítulo/sección/figura/tabla|de acuerdo al "
        "texto/pasaje/autor/documento/artículo/material/fragmento/párrafo|"
        "en el/este texto/pasaje/fragmento/extracto|en la/esta lectura|"
        "mencionado/mencionada/mencionados/mencionadas/descrito/descrita/descritos/descritas/citado/"
        "presentado/indicado en el/la/este documento/artículo/párrafo/capítulo/sección/texto/material|"
        "se menciona/describe/indica en el/la documento/artículo/párrafo/capítulo/texto/material|"
        "como se mencionó/indicó/describió/describe/menciona/indica/explicó/vio anteriormente/arriba|"
        "mencionado/mencionada/mencionados/mencionadas/descrito/descrita/indicado anteriormente/arriba|"
        "el texto/pasaje/autor/documento/fragmento menciona/dice/indica/señala/describe/afirma/sostiene/"
        "sugiere/define|"
        "menciona/dice/indica/señala/describe/afirma/sugiere/define el texto/pasaje/autor/documento|"
        "en el documento qué/cuál/cómo/quién|según la información proporcionada/presentada/dada|"
        "figura/fig/tabla/cuadro #|en la página #",
    .harmless_source_speak =
        "según el artículo #|de acuerdo con/a el artículo #|de acuerdo al artículo #|"
        "en el texto de/del/constitucional/alternativo|en el pasaje de/del",
};

}  // namespace examwright
