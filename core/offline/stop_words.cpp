#include "core/offline/stop_words.hpp"

#include <algorithm>
#include <set>

namespace examwright {

namespace {

using word_list = std::set<std::string_view>;

/// From words parted by single spaces.
word_list words_of(std::string_view list) {
    word_list words;
    while (!list.empty()) {
        const auto end = std::min(list.find(' '), list.size());
        words.insert(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return words;
}

}  // namespace

bool is_common_word(std::string_view folded) {
    static const word_list words = words_of(
        "a about above according across after again against ago all almost along already also although "
        "always among an and another any anything are around as at away back be became because become "
        "becomes been before began behind being below best better between beyond both but by called came "
        "can cannot certain come comes could despite did do does done down during each early either else "
        "enough especially etc even ever every example examples except far few fewer first five for "
        "former found four from full further gave general generally give given gives goes great greater "
        "had half hand has have having he hence her here high higher him his how however hundred i if in "
        "instead into is it its itself just keep kept kind kinds known large larger last late later "
        "latter least less like likely little long longer low lower made main mainly make makes making "
        "many may me mean means might more moreover most mostly much must my near nearly need needs "
        "neither never next nine no none not nothing now of off often on once one ones only onto or other "
        "others otherwise our out over own part particular parts per perhaps possible quite rather really "
        "right said same says second seem seems seen self set seven several shall she should show shown "
        "shows similar since six small smaller so some something sometimes soon sort still such take "
        "taken takes tell tends than that the their them themselves then there thereby therefore these "
        "they thing things third this those though thousand three through throughout thus till to "
        "together too toward towards two under unless unlike until up upon us use used uses using usually "
        "various very was way ways we well went were what whatever when where whereas whether which while "
        "who whole whom whose why will with within without would year years yet you your"
        " "
        // Spanish, Portuguese, French, Italian, German, Dutch
        "para como pero este esta estos estas entre desde hasta sobre tambien también cuando donde porque "
        "aunque cada otro otra otros otras muy mais pela pelo também quando onde essa esse são dans pour "
        "avec sont leur leurs cette elle elles comme plus nous vous être della delle degli nella sono "
        "anche questo questa nicht eine einen einer einem eines sich auch oder wird werden wurde sind "
        "dass durch über unter zwischen diese dieser dieses voor naar deze wordt"
        " "
        // Months and days, which have capitals but name nothing that a person or a place could stand for.
        "january february march april june july august september october november december monday tuesday "
        "wednesday thursday friday saturday sunday januar februar märz juni juli oktober dezember montag "
        "dienstag mittwoch donnerstag freitag samstag sonntag");
    return words.contains(folded);
}

bool leads_noun(std::string_view folded) {
    static const word_list words = words_of(
        "a about across against an another any as at between both by during each every few for from her "
        "his in into its many my no of on our over per several some the their these this those through "
        "under with within without your"
        " "
        // Spanish, Portuguese, French, Italian, German
        "al am au aux cada ce ces cette con da dans das de d' del della dem den der des di die do dos du ein "
        "eine einem einen einer eines el em en gli i il im l' la las le les lo los na nel nella o os par "
        "à ao aos às pela pelas pelo pelos num numa por pour sa ses sin sobre son su sur sus um uma un una "
        "une unos unas vom von zum zur");
    return words.contains(folded);
}

bool leads_verb(std::string_view folded) {
    static const word_list words = words_of(
        "also can cannot could did do does he i it may might must never not often or shall she should "
        "that then they to we which who will would you "
        // French, Spanish, Portuguese
        "qui ne se il ils elle elles on não nunca jamais");
    return words.contains(folded);
}

bool is_clitic(std::string_view folded) {
    static const word_list words = words_of("en y le la l' les lui leur se lo los las");
    return words.contains(folded);
}

bool is_article(std::string_view folded) {
    static const word_list words = words_of("a an the its their his her it them el los las un una les une");
    return words.contains(folded);
}

bool points_back(std::string_view folded) {
    static const word_list words = words_of(
        "it its this these those they their he she his her that such however therefore thus moreover "
        "furthermore also then here there hence consequently additionally similarly instead and but so or "
        "we i you another both");
    return words.contains(folded);
}

}  // namespace examwright
