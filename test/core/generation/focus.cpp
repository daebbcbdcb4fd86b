#include "core/generation/focus.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(focus)

namespace {

bool names(const char* wanted, const char* text) {
    return examwright::focus(wanted).named_in(text);
}

std::string page_about(const std::string& subject) {
    std::string page;
    for (int i = 0; i < 160; ++i)
        page +=
            "Sentence " + std::to_string(i) + " of this page is about " + subject + " and no other thing. ";
    return page;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_word_is_found_in_its_forms_and_without_regard_to_case) {
    BOOST_TEST(names("enzymes", "Each ENZYME lowers a barrier."));
    BOOST_TEST(names("the French Revolution", "a revolution of taste"));
    BOOST_TEST(names("DNA", "The dna of a cell."));
    BOOST_TEST(names("Énergie", "l'énergie du soleil"));
    BOOST_TEST(names("Enzym", "eine Enzymreaktion"));
    BOOST_TEST(!names("enzymes", "Proteins fold."));
    BOOST_TEST(!names("the French Revolution", "the sun and the moon"));
}

BOOST_AUTO_TEST_CASE(a_focus_without_a_word_names_everything) {
    BOOST_TEST(names("", "anything"));
    BOOST_TEST(names(" ?! ", "anything"));
}

BOOST_AUTO_TEST_CASE(chunks_that_name_it_are_taken_with_their_neighbours) {
    const document_text document(page_about("rivers") + "\f" + page_about("enzymes") + "\f" +
                                 page_about("planets"));
    const auto chunks = chunk_document(document);
    const auto about = chunks_about(chunks, document, examwright::focus("enzyme"));
    BOOST_TEST(about.size() < chunks.size());
    const auto first = document.text().find("enzymes");
    const auto last = document.text().rfind("enzymes");
    BOOST_TEST(about.front().begin <= first);
    BOOST_TEST(about.back().end > last);
    BOOST_TEST(about.front().begin > 0u);
    BOOST_TEST(about.back().end < document.text().size());
}

BOOST_AUTO_TEST_CASE(all_chunks_are_taken_where_none_names_it) {
    const document_text document(page_about("rivers"));
    const auto chunks = chunk_document(document);
    BOOST_TEST(chunks_about(chunks, document, examwright::focus("enzyme")).size() == chunks.size());
}

BOOST_AUTO_TEST_SUITE_END()
