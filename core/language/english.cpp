#include "core/language/word_lists.hpp"

namespace examwright {

const word_lists english_words{
    .stop_words =
        "a an the this that these those of in on at to for from by with without into onto over under about "
        "between among through during before after and or but nor so if than then as because while when "
        "where which what who whom whose why how is are was were be been being am do does did done has have "
        "had can could may might must shall should will would not no it its he she they them their his her "
        "him we us our you your i me my there here each every any some all both either neither many much "
        "more most other another such own same only very too also just up down out off again once",
    .frame_words =
        "often usually sometimes always never following best describes describe described statement "
        "statements correct true false answer option "
        "options called known term name example purpose role main primary type kind one ones except least "
        "likely following refers refer considered used uses using occur occurs happens happen make makes "
        "made mean means give given cause causes result results",
    .absolute_terms =
        "always|never|all|only|none|every|everyone|everybody|everything|everywhere|nobody|"
        "nothing|nowhere|completely|entirely|totally|absolutely|exclusively|invariably|solely",
    .harmless_absolutes =
        "not/almost/nearly/hardly/virtually/practically always/never/all/only/none/every/everyone/everything/"
        "completely/entirely/totally/exclusively/nothing|at all|after all|above all|first of all|"
        "all/none/any of the above|all of these|none of these|all or none|all or nothing|read only|only "
        "child",
    .vague_terms =
        "often|usually|sometimes|generally|frequently|rarely|seldom|occasionally|typically|"
        "commonly|normally|mostly",
    .harmless_vague = "normally open/closed/distributed|how often",
    .negations = "not|except|least|cannot|isnt|arent|wasnt|werent|doesnt|dont|didnt|cant|wont",
    .harmless_negations =
        "at least|or not|not only|not least|least squares/square/common/significant/developed|"
        "if not|last but not|not gate/gates",
    .source_speak =
        "according to the/this/that/our/your passage/text/author/authors/article/document/reading/excerpt/"
        "paragraph/material/lecture/lesson/slide/slides/chapter/section/notes/handout/textbook/book/"
        "figure/table/diagram/chart/graph/map/story/transcript/video|"
        "according to the/this study/source/given/provided/above material/text/passage/information/document|"
        "according to figure/table/chapter/section/page #|according to the/this content/contents/summary|"
        "per the passage/text/article/document/reading/excerpt|"
        "from the passage/excerpt/reading|inferred/concluded/deduced from the/this text/article/document/"
        "paragraph/lecture|"
        "in this document/article/paragraph/chapter/lecture/lesson/reading|"
        "in the document/article/paragraph/chapter/lecture/lesson/material what/how/who/why|"
        "the study/course/lecture/reading material/materials|"
        "main/central/overall/primary idea/ideas/theme/topic/point/purpose/argument/message of the/this "
        "passage/text/article/document/excerpt/reading/paragraph/lecture|"
        "based on/upon the/this passage/text/article/document/reading/excerpt/paragraph/material/lecture/"
        "slides/chapter/section|"
        "based on/upon the given/provided/above/study/source text/passage/material/information/document|"
        "based on the information/text/passage given/provided/above|as per the text/passage/document|"
        "in the/this text/passage/excerpt|in the reading/given/provided/above/study/source/following "
        "passage/text/excerpt/material|"
        "mentioned/described/stated/discussed/listed/presented/given/provided/outlined/explained/defined/"
        "identified/cited/noted in the/this "
        "document/article/paragraph/section/chapter/lecture/reading/slides/"
        "material/materials/notes/video/textbook|"
        "as stated/mentioned/described/discussed/shown/noted/explained/defined/seen/listed above/earlier/"
        "previously/below|"
        "mentioned/described/stated/discussed/shown/listed/given above/below|"
        "the above/provided/given passage/text/excerpt/figure/diagram/table/paragraph|"
        "the figure/diagram/table/chart/graph/passage/text above/below|shown in the "
        "figure/diagram/table/chart/graph/image/picture|"
        "the text/passage/author/article/document/lecture/excerpt/reading/chapter/paragraph "
        "says/states/mentions/describes/suggests/argues/claims/implies/notes/explains/emphasizes/discusses|"
        "does the/this text/passage/author/article/document/lecture/excerpt/chapter/paragraph "
        "say/state/mention/describe/suggest/argue/claim/imply/note/explain/emphasize/discuss/mean/use/refer/"
        "compare/define/give/identify/list/present|"
        "does the material/reading say/state/mention/emphasize/suggest|"
        "the authors main/purpose/view/opinion/argument/attitude/tone/point|"
        "figure/fig/figs/figures/table/tables/exhibit #|on page/pages/slide/slides #|in/see example/exercise/"
        "chapter/lesson #",
    .harmless_source_speak =
        "in the text editor/editors/field/fields/box/message/messages/area/file/files/mode/window/input/"
        "segment/frame/layer/node/string/stream/of/cell/format|"
        "in/from/per the passage of/from/between/through/to|from the reading of/on|"
        "main/central/overall/primary purpose/argument/point/message/topic/idea of the document/article/text "
        "that/which/signed/called/known/named/issued/written/by|"
        "according to the book/story/text/article/section/paragraph/chapter of|"
        "figure # knot/skating/skater/skates/turn/turns|at table #|in chapter # bankruptcy",
};

}  // namespace examwright
