#include "core/exports/labels.hpp"

#include <boost/test/unit_test.hpp>

#include "core/exports/docx.hpp"
#include "core/exports/html.hpp"
#include "core/exports/json.hpp"
#include "core/exports/markdown.hpp"
#include "core/exports/qti.hpp"
#include "test/support/nasty_test.hpp"
#include "test/support/zip_reader.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(labels)

namespace {

exported_test of_pages_called(
    const char* name, const char* stem = "Which of the following is the longest river, and why is it so?") {
    auto test = test::nasty_test();
    test.questions.resize(1);
    test.ids.resize(1);
    test.questions[0].stem = stem;
    test.questions[0].options = {"1", "2"};
    test.questions[0].correct = 0;
    test.questions[0].explanation.clear();
    test.page_name = name;
    return test;
}

std::string place_in(const exported_test& test) {
    return place_of(test.questions[0], labels_of(test));
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_place_is_named_by_what_the_pages_of_the_document_are) {
    BOOST_TEST(place_in(of_pages_called("page")) == "Page 7");
    BOOST_TEST(place_in(of_pages_called("slide")) == "Slide 7");
    BOOST_TEST(place_in(of_pages_called("chapter")) == "Chapter 7");
    BOOST_TEST(place_in(of_pages_called("section")) == "Section 7");
    BOOST_TEST(place_in(of_pages_called("minute")) == "Minutes 30–35");
    auto nowhere = of_pages_called("minute");
    nowhere.questions[0].source_page.reset();
    BOOST_TEST(place_in(nowhere) == "");
}

BOOST_AUTO_TEST_CASE(and_in_the_language_of_the_test) {
    const struct {
        const char* stem;
        const char* slide;
        const char* chapter;
        const char* minutes;
    } languages[] = {
        {"Welche der folgenden Aussagen über den Fluss ist richtig und warum ist sie es?", "Folie 7",
         "Kapitel 7", "Minuten 30–35"},
        {"Laquelle des affirmations suivantes sur le fleuve est juste, et pourquoi est-elle juste ?",
         "Diapositive 7", "Chapitre 7", "Minutes 30–35"},
        {"¿Cuál de las siguientes afirmaciones sobre el río es correcta y por qué lo es?", "Diapositiva 7",
         "Capítulo 7", "Minutos 30–35"},
        {"Qual das seguintes afirmações sobre o rio está correta e por que não são as outras?", "Slide 7",
         "Capítulo 7", "Minutos 30–35"},
        {"निम्नलिखित में से कौन सा कथन नदी के बारे में सही है और क्यों?", "स्लाइड 7", "अध्याय 7", "मिनट 30–35"},
    };
    for (const auto& [stem, slide, chapter, minutes] : languages) {
        BOOST_TEST(place_in(of_pages_called("slide", stem)) == slide);
        BOOST_TEST(place_in(of_pages_called("chapter", stem)) == chapter);
        BOOST_TEST(place_in(of_pages_called("minute", stem)) == minutes);
    }
}

BOOST_AUTO_TEST_CASE(every_export_that_names_the_place_names_it_so) {
    const auto test = of_pages_called("slide");
    const auto item = "items/question-" + test.ids[0] + ".xml";
    for (const auto& text : {write_html(test), write_markdown(test), test::file_in_zip(write_qti(test), item),
                             test::file_in_zip(write_docx(test), "word/document.xml")}) {
        BOOST_TEST(text.find("Slide 7") != text.npos, text);
        BOOST_TEST(text.find("Page 7") == text.npos, text);
    }
    BOOST_TEST(write_json(test).find("\"page_name\":\"slide\"") != std::string::npos);
    BOOST_TEST(write_json(test::nasty_test()).find("page_name") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
