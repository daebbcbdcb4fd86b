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
        "toujours|jamais|tous|toutes|tout|toute|aucun|aucune|seul|seule|seuls|seules|seulement|uniquement|"
        "rien|personne|"
        "exclusivement|complètement|totalement|entièrement|absolument|partout",
    .harmless_absolutes =
        "toutes les/ces réponses|aucune de ces réponses|aucune des réponses|tout ce qui "
        "précède|pas/presque/quasiment "
        "toujours/jamais/tous/toutes/tout/toute/seulement/uniquement/complètement/"
        "totalement/entièrement/partout/aucun/aucune/rien|tout en|tout de suite|surtout|avant tout|"
        "un/une/le/la/les/à/du/au seul/seule/seuls/seules|une/la/cette/de personne|toute/tout "
        "forme/type|tous les # jours/ans",
    .vague_terms =
        "souvent|parfois|généralement|habituellement|fréquemment|rarement|normalement|"
        "occasionnellement|quelquefois|en général|typiquement|la plupart du temps",
    .harmless_vague = "",
    .negations = "pas|sauf|excepté|hormis|à lexception|le/la/les moins",
    .harmless_negations =
        "pas à pas|pas de deux|un/le/au/du/chaque pas|faux pas|pas seulement|ou pas|pas de calais|"
        "le moins de|du moins|au moins|le moins en moins",
    .source_speak =
        "selon/daprès le/ce/cet texte/passage/document/article/auteur/extrait/chapitre/paragraphe/cours/"
        "tableau/schéma/récit|"
        "selon/daprès la/cette figure/lecture/leçon/vidéo/section/passage|"
        "selon/daprès lauteur/lauteure/larticle/lextrait|dans le/ce texte/passage/extrait|dans lextrait|"
        "mentionné/mentionnée/mentionnés/mentionnées/décrit/décrite/décrits/décrites/cité/citée/cités/citées/"
        "présenté/présentée/indiqué/indiquée dans le/ce/la document/texte/passage/chapitre/paragraphe/cours/"
        "section/leçon|mentionné/décrit/cité/présenté/indiqué dans larticle|"
        "ci dessus|mentionné/mentionnée/mentionnés/mentionnées/décrit/décrite/indiqué/vu plus haut|"
        "comme indiqué/mentionné/décrit/expliqué précédemment|"
        "le texte/passage/document dit/indique/mentionne/précise/décrit/affirme/définit|"
        "dit/indique/mentionne/précise/décrit/affirme/définit le texte/passage/document|"
        "dans le document quel/quelle/que/quest/comment/pourquoi|selon/daprès les informations "
        "fournies/données/présentées|"
        "lauteur dit/indique/mentionne/précise/décrit/affirme/soutient/suggère|"
        "figure/fig/tableau #|à la page #",
    .harmless_source_speak =
        "réponses/propositions/choix/options/affirmations ci dessus|selon/daprès larticle #|dans le passage "
        "de/du/des/à/entre|dans lextrait de|dans le texte de/du/des",
};

}  // namespace examwright
