#include "core/quality/answers_given_away.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(answers_given_away)

namespace {

question asked(std::string stem, std::string key) {
    question question;
    question.stem = std::move(stem);
    question.options = {std::move(key), "Beta", "Gamma", "Delta"};
    return question;
}

using pairs = std::vector<question_pair>;

pairs given_away(const std::vector<question>& set) {
    return examwright::answers_given_away(set);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_stem_that_gives_an_answer_away) {
    const std::vector<question> set{
        asked("Which organelle makes most ATP by respiration?", "The mitochondrion"),
        asked("Why does the mitochondrion, which makes ATP by respiration, have folds?", "More surface"),
        asked("Who first saw the mitochondrion?", "Kölliker"), asked("How many planets are there?", "8")};
    BOOST_TEST((given_away(set) == pairs{{1, 0}}));
    BOOST_TEST((keys_in_stems(set) == pairs{{1, 0}}));
}

BOOST_AUTO_TEST_CASE(a_name_tells_with_a_word_of_the_subject) {
    BOOST_TEST(
        (given_away({asked("Who painted the ceiling of the chapel in Rome?", "Michelangelo Buonarroti"),
                     asked("How long did Michelangelo Buonarroti lie below the ceiling?", "Four years")}) ==
         pairs{{1, 0}}));
    BOOST_TEST((given_away({asked("Which peace ended the Thirty Years' War?", "The Peace of Westphalia"),
                            asked("Which struggle did the Peace of Westphalia end?",
                                  "The Thirty Years' War")}) == pairs{{0, 1}}));
    BOOST_TEST((given_away({asked("Wer erfand den Buchdruck mit beweglichen Lettern?", "Johannes Gutenberg"),
                            asked("In welcher Stadt betrieb Johannes Gutenberg den Buchdruck?",
                                  "In Mainz")}) == pairs{{1, 0}}));
}

BOOST_AUTO_TEST_CASE(other_forms_of_a_word_tell_as_well) {
    BOOST_TEST(
        (given_away({asked("Which microbes turn milk into yoghurt?", "Bacteria"),
                     asked("How does a bacterium turn milk into yoghurt?", "By acid")}) == pairs{{1, 0}}));
    BOOST_TEST(
        (given_away({asked("Which organ of a plant takes up water?", "The rootlets"),
                     asked("Why does a plant grow a rootlet towards water?", "To drink")}) == pairs{{1, 0}}));
    BOOST_TEST((keys_in_stems({asked("Comment s'appelle la couche gazeuse de la Terre ?", "L'atmosphère"),
                               asked("Pourquoi les atmosphères gardent-elles la chaleur de la Terre ?",
                                     "Par la couche des gaz")}) == pairs{{1, 0}}));
    BOOST_TEST(keys_in_stems({asked("What does a gardener put into a bed?", "A plant"),
                              asked("Which plan does a gardener draw before?", "A map")})
                   .empty());
}

BOOST_AUTO_TEST_CASE(scripts_without_spaces) {
    BOOST_TEST((given_away({asked("山顶最高的地方叫做_____，山脚最低的地方叫做山谷。", "山峰"),
                            asked("山顶最高的地方叫做山峰，山脚最低的地方叫做_____。", "山谷")}) ==
                pairs{{0, 1}, {1, 0}}));
    BOOST_TEST((given_away({asked("จุดสูงสุดของภูเขาเรียกว่า _____ และที่ต่ำเรียกว่าหุบเขา", "ยอดเขา"),
                            asked("จุดสูงสุดของภูเขาเรียกว่ายอดเขา และที่ต่ำเรียกว่า _____", "หุบเขา")}) ==
                pairs{{0, 1}, {1, 0}}));
    BOOST_TEST(keys_in_stems({asked("水在零度变成什么？", "冰"), asked("冰箱是谁发明的？", "林德")}).empty());
}

BOOST_AUTO_TEST_CASE(no_test_holds_a_name_and_the_question_for_it) {
    const std::vector<question> set{
        asked("Who founded the order of the poor in Assisi?", "Clara Offreduccio"),
        asked("What did Clara Offreduccio wear as a child?", "Silk"),
        asked("Which river passes the walls?", "Tescio"),
        asked("Why was the bridge over the Tescio rebuilt?", "A flood")};
    BOOST_TEST(given_away(set).empty());
    BOOST_TEST((keys_in_stems(set) == pairs{{1, 0}, {3, 2}}));
}

BOOST_AUTO_TEST_CASE(what_the_whole_set_is_about_gives_nothing_away) {
    std::vector<question> set{asked("Which element has the number 79?", "Gold")};
    for (const auto* about : {"melted", "mined", "weighed", "traded", "hidden"})
        set.push_back(asked(std::string("Where was Gold first ") + about + " by settlers?", "In a valley"));
    BOOST_TEST(keys_in_stems(set).empty());
}

BOOST_AUTO_TEST_CASE(a_key_that_its_own_stem_names_is_no_secret) {
    BOOST_TEST(keys_in_stems({asked("Which is longer, the Blue Nile or the White Nile?", "The White Nile"),
                              asked("Which lake feeds the White Nile?", "Lake Victoria")})
                   .empty());
}

BOOST_AUTO_TEST_CASE(a_key_is_found_among_thousands) {
    std::vector<question> set;
    for (int i = 0; i < 3000; ++i)
        set.push_back(asked("When was the town of Name" + std::to_string(i) + " founded by its settlers?",
                            "In the year " + std::to_string(1000 + i)));
    set.push_back(asked("Who led the settlers to the northern coast?", "Harald Finehair"));
    set.push_back(asked("Which coast did Harald Finehair see with the settlers?", "Iceland"));
    BOOST_TEST((given_away(set) == pairs{{3001, 3000}}));
}

BOOST_AUTO_TEST_SUITE_END()
