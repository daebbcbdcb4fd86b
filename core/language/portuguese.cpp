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
        "sempre|nunca|jamais|todo|todos|toda|todas|só|somente|apenas|unicamente|"
        "completamente|totalmente|absolutamente|exclusivamente|inteiramente",
    .harmless_absolutes =
        "todas/todos as/os anteriores|nenhuma/nenhum das/dos anteriores|não/nem/quase sempre/nunca/todo/"
        "todos/toda/todas/só/somente/apenas/completamente/totalmente/exclusivamente|sobretudo|ao todo|antes "
        "de tudo|contudo|um/uma/uns só|todos/todas os/as @time|todo/toda o/a tempo/@time|todo/toda/cada "
        "@time|cada #/@number @time|todos/todas os/as #/@number @time|só/somente/apenas/unicamente #/@number/"
        "se/quando/depois/após/antes/durante|só/somente/apenas/unicamente/exclusivamente a/à/às/ao/aos/de/da/"
        "do/das/dos/em/no/na/nos/nas/pela/pelas/pelo/entre/desde/até/por #/@number/@time|só/somente/apenas/"
        "unicamente/exclusivamente entre/até/desde/para o/a/os/as #/@number/@time",
    .times =
        "dia dias manhã manhãs meio tarde tardes noite noites madrugada semana semanas mês meses ano anos "
        "hora horas minuto minutos século primavera verão outono inverno segundas terças quartas quintas "
        "sextas sábado sábados domingo domingos janeiro fevereiro março abril maio junho julho agosto "
        "setembro outubro novembro dezembro",
    .small_numbers = "um uma dois duas três quatro cinco seis sete oito nove dez onze doze vinte trinta cem",
    .weak_absolutes = "nenhum|nenhuma|cada|qualquer",
    .vague_terms =
        "frequentemente|com frequência|geralmente|em geral|às vezes|usualmente|normalmente|"
        "raramente|ocasionalmente|habitualmente|tipicamente|muitas vezes|comumente",
    .harmless_vague = "com que frequência|mais/menos/muito/tão frequentemente/raramente/comumente",
    .exceptions = "exceto|excepto|salvo|menos|com exceção|à exceção",
    .exception_company = "de do da dos das a o as os uma um qual quais que seguinte seguintes _",
    .least =
        "o/a/os/as menos "
        "provável/prováveis/adequado/adequada/apropriado/apropriada/plausível/correto/correta/"
        "eficaz/útil/relevante/indicado/indicada",
    .asking = "qual|quais|que|quem",
    .asking_otherwise = "por que|porque|porquê|como|quando|onde|quanto|quantos|quanta|quantas",
    .subordinators = "que quem quando se porque onde embora enquanto cujo cuja pois senão como",
    .relatives = "que quem cujo cuja onde",
    .negations = "não",
    .harmless_negations =
        "pelo menos|ao menos|mais ou menos|não só/apenas/somente/necessariamente|ou não|não "
        "metal/metais/linear",
    .shouted = "não|exceto|excepto|salvo",
    .source_speak =
        "a/esta/na/nesta/da/desta lição|a/na/da aula|nosso/nossa @source|este/esta/neste/nesta/deste/desta "
        "curso/capítulo/módulo/artigo/parágrafo/vídeo/lição/passagem/trecho/slide/unidade/leitura/aula/seção/"
        "palestra|segundo/conforme o/a/os/as/este/esta/nosso/nossa @source/material/materiais/apresentação/"
        "professor/figura/tabela/gráfico/quadro|de acordo com o/a/os/as/este/esta/nosso/nossa @source/"
        "material/apresentação/figura/tabela|no artigo|no capítulo|no parágrafo|@tells o/a/os/as/este/esta "
        "@source|prefere/propõe/usa/utiliza/emprega/dá o/a/este/esta curso/lição/capítulo/módulo/vídeo/"
        "artigo/parágrafo/leitura/unidade/slide/aula|o/a/os/as/este/esta @source @tells|o/a curso/capítulo/"
        "módulo/vídeo/artigo/parágrafo/leitura/unidade/slide/aula/lição prefere/propõe|@told no/na/nos/nas/"
        "neste/nesta/pelo/pela @source/material|@told em aula|se @tells no/na/nos/nas/neste/nesta @source/"
        "material|pergunta/perguntas/questão/questões anterior/anteriores|lição/capítulo/seção anterior|"
        "antes/depois de ler o/a/este/esta|lição/capítulo/módulo/unidade/aula/slide #|no/neste texto/trecho/"
        "excerto|na/nesta passagem|@nth parágrafo/trecho/slide/lição/aula/palestra|o/a @nth @source @tells|"
        "@tells o/a @nth @source|@told no/na @nth @source|inferir/deduzir/concluir/depreende/infere/deduz do "
        "texto/artigo/trecho|ideia/tema/título/tom/mensagem/propósito do texto/artigo/trecho|ideia/tema/"
        "mensagem/propósito * do texto/artigo/trecho|como mencionado/descrito/indicado/explicado/visto acima/"
        "anteriormente|mencionado/mencionada/mencionados/mencionadas/descrito/descrita/indicado/citado acima/"
        "anteriormente|de acordo com as informações|figura/fig/tabela/quadro #|na página #",
    .source_places =
        "no/na/nos/nas/neste/nesta "
        "curso/módulo/unidade/vídeo/palestra/leitura/artigo/texto/documento/slide/lição|antes/depois de "
        "ler/assistir/ver|antes/depois da leitura",
    .harmless_source_speak =
        "a/na/da lição de/que|no/na/nos/nas @medium de/do/da/dos/das|o curso de/do/da|no capítulo da|"
        "a/da aula de|no texto da/do/de/constitucional/alternativo|na passagem da/do/de/para/entre|"
        "@told no/na/nos/nas/pelo/pela @medium de/do/da/dos/das",
    .source_nouns =
        "lição lições parágrafo parágrafos autor autora capítulo capítulos narrador narradora trecho trechos "
        "excerto slide slides",
    .pointing =
        "o a os as este esta estes estas neste nesta deste desta esse essa nesse nessa desse dessa do da dos "
        "das no na nos nas ao à pelo pela",
    .source_complements = "de do da dos das que quem cujo cuja entre para",
    .source_media =
        "curso módulo unidade vídeo vídeos palestra palestras conferência leitura leituras artigo texto "
        "documento passagem seção secção aula aulas manual livro apostila autores",
    .source_verbs =
        "recomenda recomendam diz dizem menciona mencionam descreve descrevem explica explicam apresenta "
        "apresentam define definem lista listam enumera enumeram aconselha ensina cita citam sugere afirma "
        "indica indicam nomeia aponta destaca sustenta aborda trata",
    .source_participles =
        "recomendado recomendada recomendados recomendadas descrito descrita descritos descritas mencionado "
        "mencionada mencionados mencionadas citado citada citados citadas visto vista vistos vistas "
        "explicado "
        "explicada explicados explicadas apresentado apresentada apresentados apresentadas indicado indicada "
        "definido definida listado listada listados listadas enumerado enumerada tratado tratada estudado "
        "estudada abordado abordada dito",
    .source_ordinals =
        "primeiro primeira segundo segunda terceiro terceira quarto quarta quinto quinta último última "
        "penúltimo penúltima",
    .introducing = "um uma",
};

}  // namespace examwright
