#include "core/generation/chunk_weights.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(chunk_weights)

BOOST_AUTO_TEST_CASE(sentences_are_prose_and_lists_are_none) {
    for (const auto* prose : {"The heart pumps blood through the vessels of the body.",
                              "In 1848 the king fled from the city, and the assembly met in the church.",
                              "Das Herz pumpt das Blut durch die Adern des Körpers.",
                              "हृदय शरीर की नसों में रक्त पहुँचाता है।", "心脏将血液输送到全身各处的血管中。"})
        BOOST_TEST(is_prose(prose), prose);
    for (const auto* other :
         {"3.2 The heart and its valves ........ 45", "Version 2.1.4 (2020-03-01)  2.1.5 (2020-05-02)",
          "12 34.5 1,200 77 90 3.1 12", "blood, 12, 45–47; bone, 3, 88; brain, 91–95, 102",
          "[12] Miller, J., Smith, K.: The Heart. Springer, Berlin (1999), pp. 12-34.", "Contents",
          "Page 4 of 9"})
        BOOST_TEST(!is_prose(other), other);
}

BOOST_AUTO_TEST_CASE(a_contents_page_counts_nothing) {
    std::string contents, text;
    for (int i = 0; i < 60; ++i)
        contents += "Chapter " + std::to_string(i) + " of the book ........ " + std::to_string(10 * i) + "\n";
    for (int i = 0; i < 60; ++i)
        text += "The town by the river was founded by settlers who came from the north. ";
    const document_text document(contents + "\f" + text);
    const auto chunks = chunk_document(document);
    const auto weights = weights_of(chunks, document);
    BOOST_TEST(weights.front() == 0.0);
    BOOST_TEST(weights.back() > 0.9);
}

BOOST_AUTO_TEST_CASE(where_nothing_is_prose_all_counts) {
    const document_text document("1 2 3\n4 5 6\n7 8 9\n");
    const auto chunks = chunk_document(document);
    for (const auto weight : weights_of(chunks, document))
        BOOST_TEST(weight == 1.0);
}

BOOST_AUTO_TEST_SUITE_END()
