#include "core/offline/cloze_reader.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "test/support/cloze_questions.hpp"
#include "test/support/text_file.hpp"

using namespace examwright;
using test::write_questions;

BOOST_AUTO_TEST_SUITE(cloze_reader)

BOOST_AUTO_TEST_CASE(the_reader_answers_from_passages_alone) {
    for (const auto* name : {"rivers_en", "rivers_es", "rivers_ru", "rivers_ar", "rivers_zh"}) {
        const auto material = test::read_text(name);
        const examwright::cloze_reader reader(material);
        for (const auto& question : write_questions(material, 12)) {
            const auto answer = reader.choose(question.stem, question.options);
            BOOST_TEST(answer.option == question.correct, question.stem);
            BOOST_TEST(answer.found);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_reader_answers_other_questions_by_the_words_they_share) {
    const examwright::cloze_reader reader(test::read_text("rivers_en"));
    const auto answer = [&](const char* stem, std::vector<std::string> options) {
        return reader.choose(stem, options);
    };
    BOOST_TEST(answer("What is the name of the place where a river begins?",
                      {"Its delta", "Its mouth", "Its source", "Its levee"})
                   .option == 2u);
    BOOST_TEST(
        answer("Which dam ended the yearly flood of the Nile?", {"Hoover Dam", "Aswan High Dam", "Itaipu"})
            .option == 1u);
    BOOST_TEST(!answer("What is the capital of Mongolia?", {"Ulaanbaatar", "Astana"}).found);
}

BOOST_AUTO_TEST_SUITE_END()
