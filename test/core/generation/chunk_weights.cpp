#include "core/generation/chunk_weights.hpp"

#include <boost/test/unit_test.hpp>
#include <functional>
#include <string>
#include <utility>

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

namespace {

std::string prose(int sentences) {
    std::string text;
    for (int i = 0; i < sentences; ++i)
        text += "The town by the river was founded by settlers who came from the north in 1748. ";
    return text + "\n\n";
}

/// The weight of the first and of the last chunk.
std::pair<double, double> ends_of(const std::string& text) {
    const document_text document(text);
    const auto weights = weights_of(chunk_document(document), document);
    return {weights.front(), weights.back()};
}

std::string repeated(int times, const std::function<std::string(std::string)>& line) {
    std::string text;
    for (int i = 0; i < times; ++i)
        text += line(std::to_string(10 + i)) + "\n";
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(references_count_nothing_in_any_style_and_under_any_heading) {
    const std::string numbered = repeated(70, [](const std::string& n) {
        return n + ". Okafor T, Lindqvist A. The slow growth of northern lichens. Annals of Botany. 20" + n +
               ";" + n + "(2):1" + n + "-19" + n + ".";
    });
    const std::string named = repeated(70, [](const std::string& n) {
        return "Okafor, T. (20" + n + "). The slow growth of northern lichens. Annals of Botany, " + n +
               "(2), 1" + n + "–19" + n + ".";
    });
    const std::string books = repeated(70, [](const std::string& n) {
        return "Okafor, Tunde: Das langsame Wachsen der Flechten im hohen Norden.\nStuttgart: Weidenhof 19" +
               n + ".";
    });
    for (const auto& entries :
         {numbered, named, "Literatur\n" + books, "## Références\n" + books, "Bibliografía:\n" + books,
          "7 Referências\n" + books, "संदर्भ\n" + books, "References\n" + books}) {
        const auto [first, last] = ends_of(prose(60) + entries);
        BOOST_TEST(first > 0.9, entries.substr(0, 100));
        BOOST_TEST(last == 0.0, entries.substr(0, 100));
    }
}

BOOST_AUTO_TEST_CASE(contents_without_leaders_count_nothing) {
    const auto entries = repeated(90, [](const std::string& n) {
        return n + ".2 The slow growth of lichens in the far and frozen north 2" + n;
    });
    BOOST_TEST(ends_of(prose(60) + entries).second == 0.0);
}

BOOST_AUTO_TEST_CASE(a_version_history_counts_nothing) {
    const std::string dated = repeated(70, [](const std::string& n) {
        return "Version 4." + n + ".0 (2019-02-" + n.substr(0, 1) +
               "1)\n- Opened the drawing of the old map " +
               "again\n- Kept the names of the rivers that were read before";
    });
    const std::string bracketed = repeated(70, [](const std::string& n) {
        return "## [2." + n +
               ".1] - 2021-05-04\n* The names of the rivers are kept when the map is read again";
    });
    const std::string told =
        "Änderungsprotokoll\n" + repeated(70, [](const std::string& n) {
            return "- Die Namen der Flüsse bleiben nun stehen, wenn die Karte zum Blatt " + n +
                   " gelesen wird";
        });
    for (const auto& entries : {dated, bracketed, told}) {
        const auto [first, last] = ends_of(prose(60) + entries);
        BOOST_TEST(first > 0.9, entries.substr(0, 100));
        BOOST_TEST(last == 0.0, entries.substr(0, 100));
    }
}

BOOST_AUTO_TEST_CASE(prose_with_years_and_numbers_and_under_such_a_heading_counts) {
    for (const std::string text :
         {"In 1848 the king fled (the court followed in 1849), and 12-15 towns joined the league by 1851. ",
          "Ada Holm (1856-1943) measured the ice of the fjord again in 2016; it had lost half of its "
          "height. ",
          "Version 2.0 of the treaty was signed in Bern on 12.03.1921 by all of the seven powers. ",
          "Smith and others showed in 2003 that the cells of the leaf divide 2-3 times a day. "}) {
        std::string all = "Literature\n\n";
        for (int i = 0; i < 100; ++i)
            all += text + (i % 4 == 3 ? "\n" : "");
        BOOST_TEST(ends_of(prose(60) + all).second > 0.9, text);
    }
}

BOOST_AUTO_TEST_CASE(where_nothing_is_prose_all_counts) {
    const document_text document("1 2 3\n4 5 6\n7 8 9\n");
    const auto chunks = chunk_document(document);
    for (const auto weight : weights_of(chunks, document))
        BOOST_TEST(weight == 1.0);
}

BOOST_AUTO_TEST_SUITE_END()
