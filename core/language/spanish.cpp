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
        "siempre|nunca|jamás|todo|todos|toda|todas|solo|sólo|solamente|únicamente|"
        "completamente|totalmente|absolutamente|exclusivamente|enteramente|en ningún caso|en todas partes",
    .harmless_absolutes =
        "todas/todos las/los anteriores|ninguna/ninguno de las/los anteriores|no/casi siempre/nunca/todo/"
        "todos/toda/todas/solo/sólo/solamente/únicamente/completamente/totalmente/exclusivamente|sobre todo|"
        "un/el/del todo|ante todo|no obstante|un/una/de/del/el/lo solo|todos/todas los/las @time|todo/toda "
        "el/la tiempo/@time|cada @time|cada #/@number @time|cada todo|todos/todas los/las #/@number @time|"
        "solo/sólo/solamente/únicamente #/@number/si/cuando/después/antes/durante/tras|solo/sólo/solamente/"
        "únicamente/exclusivamente de/del #/@number|solo/sólo/solamente/únicamente/exclusivamente a/al/en/"
        "por/entre/desde/hacia/hasta/el/los/las #/@number/@time|solo/sólo/solamente/únicamente/"
        "exclusivamente a/en/por/desde/hasta/hacia/entre la/las/el/los #/@number/@time",
    .times =
        "día días mañana mañanas mediodía tarde tardes noche noches medianoche madrugada semana semanas mes "
        "meses año años hora horas minuto minutos siglo primavera verano otoño invierno lunes martes "
        "miércoles jueves viernes sábado sábados domingo domingos enero febrero marzo abril mayo junio julio "
        "agosto septiembre octubre noviembre diciembre",
    .small_numbers =
        "un una uno dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cien",
    .weak_absolutes = "ningún|ninguno|ninguna|cada|cualquier",
    .vague_terms =
        "a menudo|usualmente|normalmente|a veces|generalmente|frecuentemente|con frecuencia|"
        "raramente|rara vez|ocasionalmente|por lo general|habitualmente|típicamente|comúnmente",
    .harmless_vague = "con qué frecuencia|más/menos/muy/tan a menudo/frecuentemente/raramente",
    .exceptions = "excepto|salvo|menos|a/con excepción de|exceptuando",
    .exception_company = "de el la los las una uno cuál cuáles cual qué siguiente siguientes por en _",
    .least =
        "el/la/los/las/lo menos probable/probables/adecuado/adecuada/apropiado/apropiada/plausible/correcto/"
        "correcta/eficaz/útil/relevante/indicado/indicada/cierto",
    .asking = "qué|cuál|cuáles|quién|quiénes|cual|cuales",
    .asking_otherwise = "por qué|cómo|cuándo|dónde|cuánto|cuántos|cuánta|cuántas",
    .subordinators = "que quien quienes cuando si porque donde aunque mientras cuyo cuya pues sino como",
    .relatives = "que quien quienes cuyo cuya donde",
    .negations = "no",
    .harmless_negations =
        "el/del/al/un/gas/óxido no|al menos|lo menos|más o menos|no solo/sólo/solamente/necesariamente|o "
        "no|no obstante|no "
        "metal/metales/lineal",
    .shouted = "no|excepto|salvo",
    .source_speak =
        "la/esta lección|nuestro/nuestra @source|este/esta/estos curso/capítulo/módulo/artículo/párrafo/"
        "vídeo/video/lección/pasaje/fragmento/diapositiva/unidad/lectura/tema/sección/conferencia|según el/"
        "la/los/las/este/esta/nuestro/nuestra @source/material/materiales/presentación/profesor/tema/"
        "escritor/figura/tabla/gráfico/cuadro|de acuerdo con/a el/la/los/las/este/esta/nuestro/nuestra "
        "@source/material/presentación/figura/tabla|de acuerdo al @source/material|@nth párrafo/fragmento|la/"
        "el @nth diapositiva/lección/conferencia|la/el @nth @source @tells|@tells la/el @nth @source|@told "
        "en el/la @nth @source|inferir/deducir/concluir/desprende/infiere/deduce del texto/artículo/"
        "fragmento|idea/tema/título/tono/mensaje/propósito del texto/artículo/fragmento|idea/tema/mensaje/"
        "propósito * del texto/artículo/fragmento|en el artículo|en el capítulo|en el párrafo|@tells el/la/"
        "los/las/este/esta/nuestro/nuestra @source|prefiere/propone/usa/utiliza/emplea/da el/la/este/esta "
        "curso/lección/capítulo/módulo/vídeo/video/artículo/párrafo/lectura/unidad/diapositiva|el/la/los/las/"
        "este/esta @source @tells|el/la curso/capítulo/módulo/vídeo/video/artículo/párrafo/lectura/unidad/"
        "diapositiva prefiere/propone|@told en/por el/la/los/las/este/esta @source/material|@told en clase|"
        "se @tells en el/la/los/las/este/esta @source/material|pregunta/preguntas anterior/anteriores|"
        "lección/capítulo/sección anterior|antes/después de leer/ver el/la/este/esta @source|antes/después "
        "de leer el/la/este/esta|en la lección #|lección/capítulo/módulo/unidad/diapositiva #|en el/este "
        "texto/pasaje/fragmento/extracto|en la/esta lectura|como se mencionó/indicó/describió/describe/"
        "menciona/indica/explicó/vio anteriormente/arriba|mencionado/mencionada/mencionados/mencionadas/"
        "descrito/descrita/indicado anteriormente/arriba|según la información proporcionada/presentada/dada|"
        "figura/fig/tabla/cuadro #|en la página #",
    .source_places =
        "en el/la/los/las/nuestro/nuestra "
        "curso/módulo/unidad/video/vídeo/conferencia/lectura/artículo/texto/documento/lección/diapositiva|"
        "antes/después de leer/ver|antes/después de la lectura",
    .harmless_source_speak =
        "la lección de/que|en el/la/los/las @medium de/del|el curso de/del|en el capítulo de|"
        "en el texto de/del/constitucional/alternativo|en el pasaje de/del|"
        "@told en/por el/la/los/las @medium de/del",
    .source_nouns =
        "lección lecciones pasaje pasajes párrafo párrafos autor autora capítulo capítulos narrador "
        "narradora "
        "diapositiva diapositivas",
    .pointing = "el la los las este esta estos estas del al nuestro nuestra",
    .source_complements = "de del que quien cuyo cuya a entre",
    .source_media =
        "curso módulo unidad video videos vídeo vídeos conferencia conferencias lectura lecturas artículo "
        "texto "
        "documento fragmento extracto sección manual apuntes clase autores",
    .source_verbs =
        "recomienda recomiendan dice dicen menciona mencionan describe describen explica explican presenta "
        "presentan define definen enumera enumeran aconseja señala señalan enseña cita citan sugiere afirma "
        "indica indican nombra lista destaca sostiene aborda trata expone",
    .source_participles =
        "recomendado recomendada recomendados recomendadas descrito descrita descritos descritas mencionado "
        "mencionada mencionados mencionadas citado citada citados citadas visto vista vistos vistas "
        "explicado "
        "explicada explicados explicadas presentado presentada presentados presentadas indicado indicada "
        "definido definida enumerado enumerada enumerados enumeradas tratado tratada estudiado estudiada "
        "nombrado nombrada",
    .source_ordinals =
        "primer primera segundo segunda tercer tercera cuarto cuarta quinto quinta último última penúltimo "
        "penúltima",
    .introducing = "un una",
};

}  // namespace examwright
