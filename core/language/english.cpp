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
        "made mean means give given cause causes result results problem problems",
    .absolute_terms =
        "always|never|all|only|none|everyone|everybody|everything|everywhere|nobody|"
        "nowhere|completely|entirely|totally|absolutely|exclusively|invariably|solely",
    .harmless_absolutes =
        "not/almost/nearly/hardly/virtually/practically always/never/all/only/none/every/everyone/everything/"
        "completely/entirely/totally/exclusively/nothing|at all|after all|above all|first of all|all/none/"
        "any of the above|all of these|none of these|none/all of it|all or none|all or nothing|read only|"
        "only child|only/solely/exclusively #/@number/@time|only a/an/once/twice/if/when/after/before/until/"
        "during/while/because/then|only/solely/exclusively at/in/on/from/between/by/for/within/around/about/"
        "since/past #/@number/@time|only/solely/exclusively at/in/on/during/for/by/over the/a/an/this/each/"
        "every #/@number/@time|only/solely/exclusively at/in/on/during the early/late/first/last #/@number/"
        "@time|every/each @time|every/each other/second/third/few/single #/@time|every #/@number @time|all "
        "day/night/year/week/month/morning/afternoon/evening/summer/winter/purpose/reduce/gather/along|all "
        "the time/way/while|once and for all|all in all|all right|for all intents|not all|all/only #|all at "
        "once|all of a sudden",
    .times =
        "day days morning mornings afternoon afternoons evening evenings night nights noon midday midnight "
        "dawn dusk daytime nighttime sunrise sunset week weeks weekday weekdays weekend weekends month "
        "months year years hour hours minute minutes decade century season seasons spring summer autumn fall "
        "winter holiday holidays monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays "
        "friday fridays saturday saturdays sunday sundays january february april june july august september "
        "october november december",
    .small_numbers =
        "one two three four five six seven eight nine ten eleven twelve twenty thirty half hundred",
    .weak_absolutes = "every",
    .vague_terms =
        "often|usually|sometimes|generally|frequently|rarely|seldom|occasionally|typically|"
        "commonly|normally|mostly",
    .harmless_vague =
        "normally open/closed/distributed|how/more/most/less/least/as/so/too/very "
        "often/frequently/commonly/rarely",
    .exceptions = "except|excepting|with the exception of|but not|all but",
    .exception_company =
        "for which one two three of the these following answers options choices what who whom _",
    .least =
        "least likely/probable/true/accurate/appropriate/suitable/suited/plausible/correct/consistent/"
        "effective/helpful/useful/relevant/reliable/associated/affected",
    .asking = "which|what|who|whom|whose",
    .asking_otherwise = "why|how|when|where",
    .subordinators =
        "that who whose if when where why how because although though while whereas since unless until after "
        "before once whether than as so",
    .relatives = "which who whom whose that",
    .negations =
        "is/are/was/were/do/does/did/has/have/had/can/could/would/should/will/may/might/must not|is/are/was/"
        "were/do/does/did/has/have/had/can/could/would/should/will/may/might/must it/they/he/she/we/you/"
        "usually/generally/typically/normally/likely/also/probably not|is/are/was/were most likely/probably "
        "not|do/does/did/can/could/will/would/should/must/may * not|do/does/did/can/could/will/would/should/"
        "must/may * * not|isnt|arent|wasnt|werent|doesnt|dont|didnt|hasnt|havent|cannot|cant|couldnt|wouldnt|"
        "shouldnt|wont",
    .harmless_negations =
        "and is/are/was/were/do/does/did/has/have/can/could/would/should/will/may/might/must not|is/are/was/"
        "were/do/does/did/has/have/can/could/would/should/will/may/might/must not only/just/merely/"
        "necessarily/yet",
    .shouted = "not|except|least|isnt|arent|cannot|doesnt|dont",
    .source_speak =
        "according to the/this/that/these/our/your/todays @source/source/material/materials/content/contents/"
        "presentation/figure/table/diagram/chart/graph/map|per the/this/these/our @source/material/materials|"
        "according to the/this study/source/given/provided/above material/text/passage/information/document|"
        "according to figure/table/chapter/section/page/module/unit/lesson/lecture/slide/video #|by the/this "
        "course/slide/slides/chapter/video/reading/article/paragraph/passage/transcript/notes/text/document/"
        "author/authors/material/materials/textbook/book|based on/upon the/this/these/our @source/material/"
        "presentation|as described/stated/said/explained/shown in the/this @source|based on/upon the given/"
        "provided/above/study/source text/passage/material/information/document|based on the information/"
        "text/passage given/provided/above|as per the text/passage/document|per the given/provided passage/"
        "text|inferred/concluded/deduced from the/this @source|from the passage/reading|from the text what/"
        "which/who/how/why/it/we|@told in/by/on/within/throughout/during the/this/these/our/your/todays "
        "@source/material/materials/presentation|@told in class/lecture/lectures/lesson/lessons|does/do/did "
        "the/this/these/our/your @source/material/materials @tells|does/do/did lesson/lecture/chapter/module/"
        "unit/slide/video # @tells|the/this/these/our/your/todays @source/material/materials @tells|does/do/"
        "did the/this text/passage/author/authors/article/document/chapter/paragraph/course/slide/slides/"
        "video/writer/narrator/speaker/lecturer/instructor/section/story note/mean/use/refer/give/quote/"
        "report/rank/propose/call/conclude/prefer/make/raise/offer/tell/convey/express/hint/believe/think/"
        "reveal|our/todays @source|in/within/throughout/from this lesson/lecture/course/chapter/article/"
        "paragraph/passage/tutorial/module/unit/section/video/reading/slide/document/text/story/transcript/"
        "book/webinar/podcast|does/do/did the/this reading make/raise/offer/tell/convey/express/report/hint/"
        "believe/think/conclude/reveal|of this module/unit/section/video/reading/slide/document/text/story|"
        "this course/chapter/article/paragraph/passage/section/sections/capstone/lesson/lecture/tutorial/"
        "handout/excerpt|in this exercise/notebook/assignment/lab|in the passage/paragraph/chapter/article/"
        "text/reading/transcript/slides|in the given/provided/above/study/source/following passage/text/"
        "material/paragraph|in the document/material/course/module/unit/video what/how/who/why/which|the "
        "study/course/lecture/reading material/materials|the reading on/about|the instructors/teachers/"
        "lecturers/professors/speakers/presenters lesson/lecture/slide/slides/notes/video|main/central/"
        "overall/primary idea/ideas/theme/topic/point/purpose/argument/message of the/this passage/text/"
        "article/document/reading/paragraph/chapter/section/video/story|as stated/mentioned/described/"
        "discussed/shown/noted/explained/defined/seen/listed above/earlier/previously/below|mentioned/"
        "described/stated/discussed/shown/listed/given/presented above|described/listed/given below|the "
        "worked example|the code above|the above code|the above/provided/given passage/text/figure/diagram/"
        "table/paragraph|the presented|the figure/diagram/table/chart/graph/passage/text above/below|shown "
        "in the figure/diagram/table/chart/graph/image/picture|previous/preceding/above/last question/"
        "questions/lesson/lecture/chapter/section/module/slide/paragraph/exercise|question/questions above|"
        "before/after/while reading/watching/studying the/this|before/after reading this|the course "
        "recommendation/recommendations/recommended|the authors main/purpose/view/opinion/argument/attitude/"
        "tone/point|the/this @nth paragraph/slide/lesson/lecture|@nth paragraph|the/this @nth @source @tells|"
        "@told in/by/on the/this @nth @source|paragraph/paragraphs #|paragraph one/two/three/four/five/six|"
        "the word/phrase/expression/term * in line/lines #|figure/fig/figs/figures/table/tables/exhibit #|on "
        "page/pages/slide/slides #|in/see/from/of example/exercise/chapter/lesson/lecture/module/unit #|in/"
        "does main py/ts/js/rs/jl/go",
    .source_places =
        "in/within/throughout the course/module/unit/slide/slides/video/videos/reading/readings/text/"
        "document/notes/story/transcript/book/webinar/podcast/lesson/lecture/chapter/article|from the lesson/"
        "lecture/chapter/article/reading/video/text/slides/transcript|in/on/from the @nth @source|before/"
        "after/while reading/watching",
    .harmless_source_speak =
        "in the text editor/editors/field/fields/box/message/messages/area/file/files/mode/window/input/"
        "segment/frame/layer/node/string/stream/of/cell/format/column/encoder/classifier|in/from/per the "
        "passage of/from/between/through/to|from the reading of/on|in the reading of/frame|in the chapter/"
        "article/paragraph of/element/tag/style|in/within/throughout the @medium of/for/to/from/between/that/"
        "with/under/by/and/or|@told in/by/on/within/throughout/during the @medium of/that|the/this/our/your "
        "lesson/lessons/lecture of/from/plan/plans/learned/learnt/taught/that/about/hall/theatre/halls|"
        "lessons learned/learnt|the reading list/lists|the reading on the/a/an/its/his/her|this course/"
        "section of|this passage of/through|this article/chapter of|the course of|the presented antigen/"
        "antigens/peptide/peptides/to|main/central/overall/primary purpose/argument/point/message/topic/idea "
        "of the document/article/text that/which/signed/called/known/named/issued/written/by|according to "
        "the book/story/text/article/section/paragraph/chapter of|figure # knot/skating/skater/skates/turn/"
        "turns|at table #|in chapter # bankruptcy|in unit 731",
    .source_nouns =
        "lesson lessons lecture lectures tutorial tutorials handout excerpt excerpts passage passages "
        "paragraph paragraphs chapter chapters article articles author authors narrator narrators textbook "
        "capstone",
    .pointing = "the this these our your todays",
    .source_complements =
        "of from to between through by about who whom whose which that plan plans hall halls theatre theater "
        "learned learnt taught element tag style definition definitions example examples case cases answer",
    .source_media =
        "course module unit section slide slides video videos reading readings text document notes story "
        "transcript book writer speaker lecturer instructor presenter webinar podcast summary",
    .source_verbs =
        "say says state states mention mentions describe describes suggest suggests argue argues claim "
        "claims "
        "imply implies explain explains emphasize emphasizes emphasise emphasises discuss discusses "
        "recommend "
        "recommends list lists warn warns teach teaches advise advises stress stresses cover covers "
        "introduce "
        "introduces cite cites compare compares define defines name names identify identifies highlight "
        "highlights present presents outline outlines treat treats enumerate enumerates",
    .source_participles =
        "mentioned described stated discussed listed presented given provided outlined explained defined "
        "identified cited noted introduced covered taught recommended named shown used studied learned "
        "learnt "
        "treated compared suggested emphasized emphasised highlighted said",
    .source_ordinals = "first second third fourth fifth sixth last final next previous opening closing",
    .introducing = "a an one",
};

}  // namespace examwright
