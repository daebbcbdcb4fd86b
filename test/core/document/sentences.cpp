#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "core/document/sentences.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(sentences)

namespace {

using texts = std::vector<std::string>;

texts split(std::string_view text) {
    texts found;
    for (const auto& span : split_sentences(text))
        found.emplace_back(text.substr(span.begin, span.end - span.begin));
    return found;
}

void check(std::string_view text, const texts& expected) {
    const auto found = split(text);
    BOOST_TEST(found == expected, boost::test_tools::per_element());
}

/// The text is a single sentence.
void check_one(std::string_view text) {
    check(text, {std::string(text)});
}

}  // namespace

BOOST_AUTO_TEST_CASE(plain_sentences) {
    check("One is here. Two is here! Is three?  Yes.\n",
          {"One is here.", "Two is here!", "Is three?", "Yes."});
    check("No stop at its end", {"No stop at its end"});
    check("", {});
    check(" \n \f ", {});
}

BOOST_AUTO_TEST_CASE(what_closes_belongs_to_its_sentence) {
    check("He said \"Stop.\" She did not. (It was late.) They left.",
          {"He said \"Stop.\"", "She did not.", "(It was late.)", "They left."});
    check("“Why?” he asked. Nobody knew.", {"“Why?” he asked.", "Nobody knew."});
}

BOOST_AUTO_TEST_CASE(abbreviations_are_no_end) {
    check_one("Dr. Smith met Prof. Jones, e.g. at St. Mary's, on Jan. 5 vs. Feb. 6.");
    check_one("See Fig. 3 and p. 12 of vol. 4, No. 5.");
    check("Entre la tierra y el mar. Las raíces del mangle.",
          {"Entre la tierra y el mar.", "Las raíces del mangle."});
    check("Nous passons le col. Puis il neige.", {"Nous passons le col.", "Puis il neige."});
    check_one("Er begradigte den Fluss im 19. Jahrhundert und zog am 3. Oktober um.");
    check("Sie war 19. Danach ging sie.", {"Sie war 19.", "Danach ging sie."});
    check("The answer is no. Then it changed.", {"The answer is no.", "Then it changed."});
    check_one("Das gilt z. B. für Zellen, vgl. Abb. 3 und Nr. 4.");
    check("Use salt, pepper, etc. The soup is done.", {"Use salt, pepper, etc.", "The soup is done."});
    check_one("The firm Smith Inc. Boston branch was closed.");
}

BOOST_AUTO_TEST_CASE(initials_and_acronyms) {
    check_one("The work of J. K. Rowling and of G. W. F. Hegel is read in the U.S. Army.");
    check("He moved to the U.S. The year was 1990.", {"He moved to the U.S.", "The year was 1990."});
    check("This is vitamin C. It is an acid.", {"This is vitamin C.", "It is an acid."});
}

BOOST_AUTO_TEST_CASE(numbers) {
    check("Pi is 3.14 and 1.000,5 is more. In 1990. 25 people came.",
          {"Pi is 3.14 and 1.000,5 is more.", "In 1990.", "25 people came."});
    check_one("Version 2.0.1 of www.example.org is out");
}

BOOST_AUTO_TEST_CASE(an_ellipsis_goes_on_in_lower_case) {
    check("It went on... and on. Then it stopped...  Nobody saw.",
          {"It went on... and on.", "Then it stopped...", "Nobody saw."});
}

BOOST_AUTO_TEST_CASE(dots_without_words_are_no_sentences) {
    check("Cells . . . . . 5\n\nPlants . . . . 7", {"Cells .", ". . . . 5", "Plants .", ". . . 7"});
    check("Really?! Yes.", {"Really?!", "Yes."});
}

BOOST_AUTO_TEST_CASE(a_line_break_in_a_paragraph_is_no_end) {
    check("The mitochondrion is the\npowerhouse of the cell. It makes\nATP for it.",
          {"The mitochondrion is the\npowerhouse of the cell.", "It makes\nATP for it."});
    check_one("Radium was discovered in a shed by Marie\nCurie and her husband in the year 1898.");
}

BOOST_AUTO_TEST_CASE(a_blank_line_is_an_end) {
    check("One paragraph\n\nanother one", {"One paragraph", "another one"});
    check("One\r\n \r\ntwo", {"One", "two"});
}

BOOST_AUTO_TEST_CASE(headings_stand_alone) {
    check("Introduction\nPhotosynthesis is a process of plants.",
          {"Introduction", "Photosynthesis is a process of plants."});
    check("Cell Structure and Function\nCells are the basic units.",
          {"Cell Structure and Function", "Cells are the basic units."});
    check("# The cell\ntext of it", {"# The cell", "text of it"});
    check("1. Introduction\nCells divide in two ways, and often.",
          {"1. Introduction", "Cells divide in two ways, and often."});
    check("It ended there.\n2.3 The next part\nIt begins again with another long sentence.",
          {"It ended there.", "2.3 The next part", "It begins again with another long sentence."});
}

BOOST_AUTO_TEST_CASE(list_items_stand_alone) {
    check("There are three:\n- red cells\n- white cells\n• plates of\nthe blood",
          {"There are three:", "- red cells", "- white cells", "• plates of\nthe blood"});
    check("1. First step\n2. Second step\n(b) third step\niv) fourth",
          {"1. First step", "2. Second step", "(b) third step", "iv) fourth"});
    check_one("The mass of it all was\n3.5 grams, as measured by\nJ. Smith.");
    check("It happened in\n1990. Then it ended.", {"It happened in\n1990.", "Then it ended."});
}

BOOST_AUTO_TEST_CASE(a_sentence_may_run_over_a_pages_end) {
    check_one("The cell is the smallest\fpart of a living thing.");
    check_one("The cell is the smallest\n\f\npart of a living thing.");
    check_one("The cell is the smallest\n\n\fpart of a living thing.");
    check("The page ends.\n\fThe next begins.", {"The page ends.", "The next begins."});
    check("Contents\n\n\fThe next page", {"Contents", "The next page"});
}

BOOST_AUTO_TEST_CASE(other_scripts) {
    check("光合作用是植物的过程。它需要光！你知道吗？知道。",
          {"光合作用是植物的过程。", "它需要光！", "你知道吗？", "知道。"});
    check("他说：“停。”然后走了。", {"他说：“停。”", "然后走了。"});
    check("जल जीवन है। पौधे भोजन बनाते हैं। क्यों?", {"जल जीवन है।", "पौधे भोजन बनाते हैं।", "क्यों?"});
    check("Клетка живая. Она делится.", {"Клетка живая.", "Она делится."});
    check("ما هي الخلية؟ الخلية حية.", {"ما هي الخلية؟", "الخلية حية."});
    check("¿Qué es? ¡Una célula! Sí.", {"¿Qué es?", "¡Una célula!", "Sí."});
}

BOOST_AUTO_TEST_CASE(bad_bytes_do_no_harm) {
    BOOST_TEST(split("One \xFF. Two \xE4\xB8").size() == 2u);
    BOOST_TEST(split("\xFF\xFE\x80").size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
