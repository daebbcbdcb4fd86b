#include "core/document/quote_finder.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(quote_finder)

namespace {

/// What of the text the quote is found to be; "" for not found.
std::string found(std::string text, std::string_view quote) {
    const document_text document(std::move(text));
    const auto place = find_quote(document, 0, document.text().size(), quote);
    return place ? std::string(document.text().substr(place->begin, place->end - place->begin))
                 : std::string();
}

void check_exact(const std::string& text, std::string_view quote) {
    const document_text document(text);
    const auto place = find_quote(document, 0, text.size(), quote);
    BOOST_TEST_CONTEXT("quote: " << quote) {
        BOOST_REQUIRE(place.has_value());
        BOOST_TEST(place->exact);
    }
}

const std::string scan =
    "Photosynthesis takes place in the chloroplasts of the plant. In tbe light reactions, water is spl1t and "
    "oxygen is releascd into the surrounding air as a waste product. The year was 1779.";

}  // namespace

BOOST_AUTO_TEST_CASE(word_for_word) {
    BOOST_TEST(found("Water boils at 100 °C. Ice melts at 0 °C.", "Ice melts at 0 °C") ==
               "Ice melts at 0 °C");
    BOOST_TEST(found("The heart is a muscle.", "Art is a muscle").empty());
    BOOST_TEST(found("The heart is a muscle.", "the lung is an organ").empty());
    BOOST_TEST(found("", "the lung is an organ").empty());
}

BOOST_AUTO_TEST_CASE(white_space_case_and_page_ends) {
    check_exact("The cell is\n   the smallest\tunit of life.", "the CELL is the smallest  unit of life.");
    check_exact("The cell is\n\fthe smallest unit.", "The cell is the smallest unit.");
    check_exact("The cell\u00A0is the smallest unit.", "The cell is the smallest unit.");
}

BOOST_AUTO_TEST_CASE(hyphens) {
    check_exact("Plants do photo-\nsynthesis by day.", "Plants do photosynthesis by day.");
    check_exact("Plants do photo\u00ADsynthesis by day.", "Plants do photosynthesis by day.");
    check_exact("Plants do photo\u00AD\nsynthesis by day.", "Plants do photosynthesis by day.");
    check_exact("It is a well-\nknown fact.", "It is a well-known fact.");
    check_exact("Both pre- and post-war years.", "Both pre- and post-war years.");
    check_exact("Both pre-\nand post-war years.", "Both pre- and post-war years.");
    check_exact("The years 1914–1918 were years of war.", "The years 1914-1918 were years of war.");
    check_exact("The Bose–Einstein law holds.", "The Bose-Einstein law holds.");
}

BOOST_AUTO_TEST_CASE(ligatures_quotes_dashes_and_ellipses) {
    check_exact("The ﬁnal eﬀect is ﬂow.", "The final effect is flow.");
    check_exact("He called it “the cell” — a room’s name.", "He called it \"the cell\" - a room's name.");
    check_exact("He called it 'the cell' here.", "...called it ‘the cell’ here…");
    check_exact("Le café est « très » bon ici.", "Le cafe\u0301 est \"très\" bon ici.");
    check_exact("Items: • red cells • white cells", "red cells, white cells");
}

BOOST_AUTO_TEST_CASE(other_scripts) {
    check_exact("光合作用是植物利用\n光能的过程。", "光合作用是植物利用光能的过程");
    check_exact("जल जीवन है। पौधे भोजन बनाते हैं।", "पौधे भोजन बनाते हैं");
    check_exact("植物使用 ATP 合成有机物。", "使用ATP合成有机物");
    BOOST_TEST(found("光合作用是植物的过程。", "光合作用").empty());  // 4 characters are no ground
}

BOOST_AUTO_TEST_CASE(a_quote_of_two_words_is_no_ground) {
    BOOST_TEST(found("The cell is alive.", "The cell").empty());
    BOOST_TEST(found("The cell is alive.", "").empty());
    BOOST_TEST(found("The cell is alive.", "... !!!").empty());
    BOOST_TEST(found("The cell is alive.", "cell is alive") == "cell is alive");
}

BOOST_AUTO_TEST_CASE(signs_count) {
    check_exact("We know that a=b holds.", "that a = b holds");
    BOOST_TEST(found("We know that a < b holds.", "that a > b holds").empty());
}

BOOST_AUTO_TEST_CASE(with_its_page_around) {
    for (const auto* quote :
         {"“Ice melts at zero degrees.” (p. 1)", "\"Ice melts at zero degrees\" (page 1)",
          "Page 1: Ice melts at zero degrees.", "[p. 1] Ice melts at zero degrees.",
          "Ice melts at zero degrees. (pp. 3–4)", "\"Ice melts at zero degrees.\" — Page 12",
          "Ice melts at zero degrees, p. 3", "“Ice melts at zero degrees.” [Seite 3]"})
        check_exact("Water boils. Ice melts at zero degrees. So it is.", quote);
    check_exact("See Section 2: the ice melts (page 3) again.", "Section 2: the ice melts (page 3)");
    BOOST_TEST(found("Ice melts at zero degrees.", "Ice melts (p. 1)").empty());
}

BOOST_AUTO_TEST_CASE(nearly_for_misread_pages) {
    const document_text document(scan);
    const auto place = find_quote(document, 0, scan.size(),
                                  "In the light reactions, water is split and oxygen is released into the "
                                  "surrounding air");
    BOOST_REQUIRE(place.has_value());
    BOOST_TEST(!place->exact);
    BOOST_TEST(scan.substr(place->begin, place->end - place->begin) ==
               "In tbe light reactions, water is spl1t and oxygen is releascd into the surrounding air");
}

BOOST_AUTO_TEST_CASE(over_a_footer_and_a_header) {
    const std::string text =
        "The light reactions take place in the thylakoid membranes of the chloroplast and they\n"
        "Biology for beginners 12\n\fChapter 3 The plants\nmake the ATP which the later reactions consume.";
    const auto place =
        found(text,
              "take place in the thylakoid membranes of the chloroplast and they make the ATP which "
              "the later reactions consume");
    BOOST_TEST(place.starts_with("take place"));
    BOOST_TEST(place.ends_with("consume"));
}

BOOST_AUTO_TEST_CASE(formulas_in_pieces) {
    BOOST_TEST(!found("In respiration the cell sets CO 2 free and takes oxygen from the air around it.",
                      "In respiration the cell sets CO₂ free and takes oxygen from the air")
                    .empty());
}

BOOST_AUTO_TEST_CASE(one_word_too_many_or_too_few) {
    BOOST_TEST(!found(scan, "Photosynthesis always takes place in the chloroplasts of the plant").empty());
    BOOST_TEST(!found(scan, "Photosynthesis takes place in chloroplasts of the plant").empty());
}

BOOST_AUTO_TEST_CASE(not_what_only_resembles) {
    BOOST_TEST(found(scan, "In the dark reactions, sugar is built and carbon is taken from the air").empty());
    BOOST_TEST(found(scan, "the of in and is the water light oxygen plant").empty());
    BOOST_TEST(found(scan, "plant the of chloroplasts the in place takes photosynthesis").empty());
}

BOOST_AUTO_TEST_CASE(a_changed_number_is_another_fact) {
    const std::string text =
        "The treaty that ended the long war was signed in the city in the spring of 1779.";
    BOOST_TEST(found(text, "The treaty that ended the long war was signed in the city in the spring of 1797")
                   .empty());
    BOOST_TEST(
        !found(text, "The treaty which ended the long war was signed in the city in the spring of 1779")
             .empty());
}

BOOST_AUTO_TEST_CASE(a_not_turns_a_sentence_round) {
    const std::string text =
        "Mercury is the planet that has no moons and that goes round the Sun in 88 days.\fVenus No. 2 does "
        "not "
        "turn as the other planets around it do.";
    BOOST_TEST(
        found(text, "Mercury is the planet that has moons and that goes round the Sun in 88 days").empty());
    BOOST_TEST(!found(text, "Mercury is the planet that has no moons and which goes round the Sun in 88 days")
                    .empty());
    BOOST_TEST(found(text, "Venus does turn as the other planets around it do").empty());
    BOOST_TEST(!found(text, "Venus does not turn as the other planets around it do").empty());
    BOOST_TEST(found("Die Wale sind keine Fische und leben in allen Meeren der Erde.",
                     "Die Wale sind Fische und leben in allen Meeren der Erde")
                   .empty());
}

BOOST_AUTO_TEST_CASE(an_omission_inside) {
    const std::string text =
        "Plants make sugar from light. They grow, bloom and rest. Animals eat the plants later.";
    BOOST_TEST(found(text, "Plants make sugar from light ... Animals eat the plants") ==
               text.substr(0, text.find(" later")));
    BOOST_TEST(found(text, "Plants make sugar from light … Animals fear the plants").empty());
    BOOST_TEST(found(text, "Animals eat the plants ... Plants make sugar from light").empty());
}

BOOST_AUTO_TEST_CASE(the_page_is_where_the_quote_begins) {
    const document_text document("First page here.\fSecond page begins and\fruns on to the third.");
    const auto place = find_quote(document, 0, document.text().size(), "begins and runs on to");
    BOOST_REQUIRE(place.has_value());
    BOOST_TEST(place->page == 2);
    BOOST_TEST(document.text().substr(place->begin, 6) == "begins");
}

BOOST_AUTO_TEST_CASE(only_the_stretch_is_searched) {
    const document_text document("The cell is alive. The cell is small. The cell is alive.");
    const examwright::quote_finder finder(document, 19, document.text().size());
    const auto place = finder.find("the cell is alive");
    BOOST_REQUIRE(place.has_value());
    BOOST_TEST(place->begin == 38u);
    BOOST_TEST(!examwright::quote_finder(document, 0, 37).find("small the cell is").has_value());
}

BOOST_AUTO_TEST_CASE(one_finder_answers_many_quotes_of_a_large_stretch) {
    std::string text;
    for (int i = 0; i < 2500; ++i)
        text +=
            "Fact " + std::to_string(i) + " of the book is about the number " + std::to_string(i * 7) + ". ";
    const document_text document(text);
    const examwright::quote_finder finder(document, 0, text.size());
    for (int i = 0; i < 2500; i += 100) {
        const auto name = "Fact " + std::to_string(i) + " of the book";
        const auto place = finder.find(name);
        BOOST_REQUIRE(place.has_value());
        BOOST_TEST(text.substr(place->begin, name.size()) == name);
    }
    BOOST_TEST(!finder.find("Fact 5 of the book is about the number 36 and no other").has_value());
}

BOOST_AUTO_TEST_CASE(bad_bytes_do_no_harm) {
    BOOST_TEST(found("The cell \xFF is\xE4 alive.", "\xFF\xFE\xFD the \x80").empty());
}

BOOST_AUTO_TEST_CASE(a_passage_is_whole_sentences) {
    std::string text;
    for (int i = 0; i < 40; ++i)
        text += "Sentence " + std::to_string(i) + " is about forty bytes long. ";
    const document_text document(text);
    const auto place = find_quote(document, 0, text.size(), "Sentence 20 is about");
    BOOST_REQUIRE(place.has_value());
    const auto around = passage_around(document, *place, 100);
    const auto passage = text.substr(around.begin, around.end - around.begin);
    BOOST_TEST(passage.starts_with("Sentence 1"));
    BOOST_TEST(passage.ends_with("long."));
    BOOST_TEST(passage.find("Sentence 20") != passage.npos);
    BOOST_TEST(passage.size() > 120u);
    BOOST_TEST(passage.size() < 300u);
}

BOOST_AUTO_TEST_CASE(a_passage_stays_in_the_document) {
    const document_text document("Only one sentence is here. And one more.");
    const auto around = passage_around(document, {0, 4, 1}, 400);
    BOOST_TEST(around.begin == 0u);
    BOOST_TEST(around.end == document.text().size());
    const document_text long_one(std::string(5000, 'x'));
    const auto cut = passage_around(long_one, {2000, 2100, 1}, 100);
    BOOST_TEST(cut.begin <= 2000u);
    BOOST_TEST(cut.end >= 2100u);
    BOOST_TEST(cut.end - cut.begin < 2000u);
}

BOOST_AUTO_TEST_SUITE_END()
