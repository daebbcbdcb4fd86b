#include "core/language/word_lists.hpp"

namespace examwright {

const word_lists french_words{
    .stop_words =
        "le la les un une des du de au aux et ou mais ni car donc que qui quoi dont où quel quelle quels "
        "quelles lequel laquelle lesquels lesquelles quest ce cest cette ces cet il elle ils elles on nous "
        "vous je tu se sa son ses leur leurs lui y en dans sur sous par pour avec sans entre vers chez "
        "depuis "
        "pendant avant après contre est sont était étaient être été fut sera ont avait avoir peut peuvent "
        "doit doivent fait font ne pas plus moins très aussi comme si quand comment pourquoi combien lors "
        "afin ainsi alors même tout tous toute toutes chaque autre autres dun dune quil quelle nest lorsque",
    .frame_words =
        "suivant suivante suivants suivantes affirmation affirmations proposition propositions décrit mieux "
        "correcte correct vraie vrai fausse réponse terme nom appelle appelé désigne signifie exemple rôle "
        "principal principale fonction parmi cause raison permet",
    .absolute_terms =
        "toujours|jamais|tous|toutes|tout|toute|seuls|seules|seule|seul|seulement|uniquement|"
        "exclusivement|complètement|totalement|entièrement|absolument|partout|ne que|nulle part",
    .harmless_absolutes =
        "toutes les/ces réponses|aucune de ces réponses|aucune des réponses|tout ce qui précède|pas/presque/"
        "quasiment toujours/jamais/tous/toutes/tout/toute/seulement/uniquement/complètement/totalement/"
        "entièrement/partout/aucun/aucune/rien|tout en|tout de suite|tout à fait|tout au plus/moins|surtout|"
        "avant tout|après tout|du tout|un/une/le/la/les/à/du/au/dun/dune seul/seule/seuls/seules|une/la/"
        "cette/de personne|toute/tout forme/type|tous/toutes les #/@number @time|tous/toutes les deux/trois/"
        "@time|toute/tout la/le temps/@time|chaque @time|seulement/uniquement/exclusivement #/@number/si/"
        "quand/après/avant/lorsque|seulement/uniquement/exclusivement à/de/dès/vers/entre/en/le/la/les/au/du/"
        "aux/dans/pendant/depuis/jusquà #/@number/@time|seulement/uniquement/exclusivement à/dans/pendant/"
        "durant/entre/vers/en la/le/les #/@number/@time|non seulement|pas tous/toutes",
    .times =
        "jour jours journée matin matins matinée midi soir soirs soirée nuit nuits minuit semaine semaines "
        "mois an ans année années heure heures minute minutes siècle printemps été automne hiver lété "
        "lautomne lhiver laube lundi lundis mardi mardis mercredi mercredis jeudi jeudis vendredi vendredis "
        "samedi samedis dimanche dimanches janvier février mars avril mai juin juillet août septembre "
        "octobre novembre décembre",
    .small_numbers = "un une deux trois quatre cinq six sept huit neuf dix onze douze vingt trente cent",
    .weak_absolutes = "aucun|aucune|chaque|nul|nulle",
    .vague_terms =
        "souvent|parfois|généralement|habituellement|fréquemment|rarement|normalement|"
        "occasionnellement|quelquefois|en général|typiquement|la plupart du temps",
    .harmless_vague =
        "le/la/les/plus/moins/aussi/très/trop plus/moins/souvent/fréquemment/rarement "
        "souvent/fréquemment/rarement|plus/moins/aussi/très/trop/si souvent/fréquemment/rarement",
    .exceptions = "sauf|excepté|exceptée|exceptés|hormis|à lexception",
    .exception_company =
        "de un une lequel laquelle lesquels lesquelles celui celle ceux celles suivant suivante suivants "
        "suivantes quel quelle le la les dun dune du des _",
    .least =
        "le/la/les moins probable/probables/approprié/appropriée/adapté/adaptée/plausible/vraisemblable/"
        "exact/exacte/pertinent/pertinente/susceptible/efficace/utile/indiqué/indiquée",
    .asking =
        "quest ce "
        "qui/que/quil/"
        "quelle|quel|quelle|quels|quelles|lequel|laquelle|lesquels|lesquelles|qui|que|quest|quoi",
    .asking_otherwise = "pourquoi|comment|quand|où|combien",
    .subordinators =
        "qui que quil quelle quils quelles dont où si lorsque lorsquil quand parce car puisque alors comme",
    .relatives = "qui que dont où lequel laquelle lesquels lesquelles",
    .negations = "pas",
    .harmless_negations =
        "pas à pas|pas de deux|un/le/au/du/chaque pas|faux pas|pas seulement/uniquement/"
        "nécessairement/encore|ou pas|pas de calais",
    .shouted = "pas|sauf|excepté",
    .source_speak =
        "lauteur/lauteure/lautrice/lextrait|cette/la leçon|ce/cet/cette cours/chapitre/module/article/"
        "paragraphe/vidéo/leçon/passage/extrait/diapositive/unité/lecture/section/conférence/exposé|selon/"
        "daprès/suivant le/la/les/ce/cet/cette/ces/notre/votre @source|selon/daprès/suivant larticle/lunité/"
        "lexposé/lenseignant/lenseignante|selon/daprès le/ce/cet/la/cette auteur/extrait/tableau/schéma/"
        "récit/figure|dans le/la/les/cette/ce/cet cours/module/diapositive/diapositives/unité/leçon/vidéo/"
        "chapitre/paragraphe/manuel/polycopié/texte/passage/extrait|dans larticle|notre @source|@tells le/la/"
        "les/ce/cet/cette/ces @source|@tells larticle/lunité/lexposé/lenseignant/lenseignante|préfère/"
        "propose/emploie/utilise/donne/présente le/la/ce/cette/cet cours/leçon/chapitre/module/vidéo/texte/"
        "document/passage/paragraphe/diapositive|le/la/les/ce/cet/cette @source @tells|larticle/lunité/"
        "lexposé/lenseignant/lenseignante @tells|le/la cours/leçon/chapitre/module/vidéo/diapositive/"
        "paragraphe/document préfère/propose/emploie|@told dans/par/pendant/durant le/la/les/ce/cet/cette/"
        "ces/notre @source|@told dans/par larticle/lunité/lexposé/lenseignant/lenseignante|la/le @nth "
        "diapositive/leçon/paragraphe/conférence|la/le @nth @source @tells|@tells la/le @nth @source|@told "
        "dans le/la @nth @source|question précédente|questions précédentes|leçon/chapitre/section précédente/"
        "précédent|avant/après la lecture/davoir lu|avant de lire/regarder le/la/ce/cette/larticle|dans le/"
        "la leçon/chapitre/module/unité #|leçon/chapitre/module/unité/lunité/diapositive #|lidée/idée/thème/"
        "message/but/sujet * du/de texte/passage/larticle|déduire/inférer/conclure du/de texte/passage/"
        "larticle|ton/titre/thème/idée/lidée/message/but du/de texte/passage/larticle|@nth paragraphe|ci "
        "dessus|mentionné/mentionnée/mentionnés/mentionnées/décrit/décrite/indiqué/vu plus haut|comme "
        "indiqué/mentionné/décrit/expliqué précédemment|dans le document quel/quelle/que/quest/comment/"
        "pourquoi|selon/daprès les informations fournies/données/présentées|lauteur soutient|figure/fig/"
        "tableau #|à la page #",
    .source_places =
        "dans le/la/les/notre document/documents/conférence/conférences/lecture/lectures/vidéos/récit/manuel|"
        "dans larticle/lunité/lexposé|avant de lire/regarder|après avoir lu/regardé",
    .harmless_source_speak =
        "lauteur/lauteure/lautrice/lextrait de/du/des/dun/dune/qui/dont|cette leçon de/que|au cours "
        "de/du/des|dans le/la/les @medium de/du/des/dun/dune|le cours de/du/des|la leçon "
        "de/que/des|dans larticle/lunité/lexposé de/du/des/dun/dune|"
        "@told dans/par/pendant/durant le/la/les @medium de/du/des/dun/dune|"
        "réponses/propositions/choix/options/affirmations ci dessus|dans le passage "
        "de/du/des/à/entre|dans lextrait de|dans le texte de/du/des",
    .source_nouns =
        "leçon leçons paragraphe paragraphes auteur auteure autrice narrateur narratrice polycopié "
        "diapositive "
        "diapositives chapitre chapitres",
    .pointing = "le la les ce cet cette ces du au notre votre",
    .source_complements = "de du des dun dune que qui dont où à",
    .source_media =
        "cours module modules unité vidéo vidéos conférence conférences lecture lectures section texte "
        "document "
        "documents passage article articles extrait manuel exposé récit tutoriel conférencier conférencière "
        "auteurs larticle lunité lexposé lenseignant lenseignante",
    .source_verbs =
        "recommande recommandent dit disent mentionne mentionnent décrit décrivent explique expliquent "
        "définit définissent énumère énumèrent conseille précise enseigne aborde cite citent suggère affirme "
        "indique nomme nomment liste évoque souligne traite rappelle",
    .source_participles =
        "recommandé recommandée recommandés recommandées décrit décrite décrits décrites mentionné "
        "mentionnée "
        "mentionnés mentionnées cité citée cités citées vu vue vus vues présenté présentée présentés "
        "présentées expliqué expliquée expliqués expliquées étudié étudiée étudiés étudiées indiqué indiquée "
        "défini définie définis définies abordé abordée abordés abordées traité traitée énuméré énumérée "
        "énumérés énumérées évoqué évoquée nommé nommée enseigné enseignée donné donnée utilisé utilisée",
    .source_ordinals =
        "première premier deuxième second seconde troisième quatrième cinquième dernière dernier",
    .introducing = "un une",
};

}  // namespace examwright
