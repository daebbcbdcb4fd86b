#include "core/offline/number_terms.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

using namespace examwright;

namespace {

std::size_t first_number(const std::vector<cloze_token>& tokens, std::string_view number) {
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (tokens[i].numeric && tokens[i].folded == number)
            return i;
    return tokens.size();
}

/// Whether the number in the sentence may be asked for.
bool is_quantity(const std::string& sentence, std::string_view number) {
    const auto tokens = split_tokens(sentence);
    const auto i = first_number(tokens, number);
    return i < tokens.size() && states_quantity(sentence, tokens, i);
}

bool is_year(language spoken, const std::string& sentence, std::string_view number) {
    const auto tokens = split_tokens(sentence);
    const auto i = first_number(tokens, number);
    return i < tokens.size() && states_year(spoken, sentence, tokens, i);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(number_terms)

BOOST_AUTO_TEST_CASE(a_number_that_counts_or_dates_is_asked_for) {
    BOOST_TEST(is_quantity("The skeleton has 206 bones.", "206"));
    BOOST_TEST(is_quantity("The bridge (built in 1901) is long.", "1901"));
    BOOST_TEST(is_quantity("It cost $300, half of the sum.", "300"));
    BOOST_TEST(is_quantity("About 1,500 people came.", "1,500"));
    BOOST_TEST(is_quantity("Kochsalz schmilzt bei 801 °C.", "801"));
    BOOST_TEST(is_quantity("Im Jahr 79 brach der Vesuv aus.", "79"));
    BOOST_TEST(is_quantity("罗伯特在1665年发现了细胞。", "1665"));
    BOOST_TEST(is_quantity("Fleming left for Paris in 1928.", "1928"));
}

BOOST_AUTO_TEST_CASE(a_part_of_a_name_or_a_version_is_not) {
    for (const auto& [sentence, number] : std::vector<std::pair<std::string, std::string>>{
             {"Unpack debhello-0.0.tar.gz first.", "0.0"},
             {"The deb-control(5) page says it.", "5"},
             {"LibreOffice 4.2 shows the font.", "4.2"},
             {"The font works in LibreOffice 4.2 and later.", "4.2"},
             {"The encoding is utf-8 in every file.", "8"},
             {"Write the “3.0 (quilt)” format.", "3.0"},
             {"The file debhello_0.0-1 is built.", "0.0"},
             {"The program needs version 3 of it.", "3"},
             {"The path lib/9 is taken.", "9"},
             {"It is set by compat>=9 alone.", "9"},
             {"The suite InDesign CS 4 has it.", "4"}})
        BOOST_TEST(!is_quantity(sentence, number), sentence);
}

BOOST_AUTO_TEST_CASE(a_footnote_and_the_number_of_a_place_are_not) {
    BOOST_TEST(!is_quantity("The font is shown by LibreOffice 4.2+¹ alone.", "1"));
    BOOST_TEST(!is_quantity("The error is in Line 4 of the file.", "4"));
    BOOST_TEST(!is_quantity("The rest is in chapters 3, 4 and 5 of it.", "5"));
    BOOST_TEST(!is_quantity("Das steht auf den Seiten 12 und 14.", "14"));
    BOOST_TEST(!is_quantity("Como diz a página 7, a água sobe.", "7"));
    BOOST_TEST(!is_quantity("詳しくは第3章で述べる。", "3"));
    BOOST_TEST(!is_quantity("First (1) the tap is closed.", "1"));
    BOOST_TEST(!is_quantity("The area is 10² in all.", "102"));
}

BOOST_AUTO_TEST_CASE(a_year_is_told_from_a_count_of_four_digits) {
    BOOST_TEST(is_year(language::english, "The dam was opened in 1970 and grew.", "1970"));
    BOOST_TEST(is_year(language::german, "Im Jahr 1342 stieg der Main.", "1342"));
    BOOST_TEST(is_year(language::hindi, "हुक ने 1665 में कोशिका की खोज की।", "1665"));
    BOOST_TEST(!is_year(language::german, "Er mündet nach 1233 Kilometern in das Meer.", "1233"));
    BOOST_TEST(!is_year(language::portuguese, "Chega ao mar depois de 1007 quilômetros.", "1007"));
    BOOST_TEST(!is_year(language::hindi, "यह नदी 1465 किलोमीटर लंबी है।", "1465"));
}

BOOST_AUTO_TEST_SUITE_END()
