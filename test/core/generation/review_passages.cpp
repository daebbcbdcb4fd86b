#include "core/generation/review_passages.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "core/document/quote_finder.hpp"
#include "core/document/sentences.hpp"
#include "core/generation/estimate.hpp"
#include "test/support/text_file.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(review_passages)

namespace {

std::string filler(int sentences) {
    std::string text;
    for (int i = 0; i < sentences; ++i)
        text += "Paragraph number " + std::to_string(i) + " is about something else that nobody asked. ";
    return text;
}

grounded_question asking(const document_text& document, std::string quote) {
    question content;
    content.stem = "Which organ makes insulin?";
    content.options = {"the pancreas", "the thyroid gland", "the spleen", "the liver"};
    return {content, find_quote(document, 0, document.text().size(), quote).value(), {}};
}

std::string joined(const std::vector<std::string_view>& texts) {
    std::string all;
    for (const auto text : texts)
        all += std::string(text) + "\n";
    return all;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_distractor_that_is_right_elsewhere_is_shown) {
    const document_text document("Insulin is made in the pancreas, an organ behind the stomach. " +
                                 filler(40) + "The thyroid gland makes insulin in some fishes too. " +
                                 filler(40) + "The spleen is red.");
    const supporting_sentences support(document);
    const auto text = joined(examwright::review_passages(
        document, support, {asking(document, "Insulin is made in the pancreas")}));
    BOOST_TEST(text.find("The thyroid gland makes insulin in some fishes too.") != text.npos);
    BOOST_TEST(text.find("The spleen is red.") == text.npos);  // it says nothing of what is asked
    BOOST_TEST(text.find("Paragraph number 39") == text.npos);
}

BOOST_AUTO_TEST_CASE(a_distractor_is_found_in_short_names_numbers_and_other_forms) {
    const struct {
        std::string stem, distractor, sentence;
    } rows[] = {
        {"Which gas does the blood take up fastest?", "CO", "The gas CO is taken up by the blood at once."},
        {"Which element do the nerves need?", "K", "Without K the nerves of a frog are silent."},
        {"In which year did the ice reach the harbour?", "709", "The harbours were reached by ice in 709."},
        {"What do the roots of a lichen hold?", "bacterium cultures", "Lichens hold culture of bacteriums."},
        {"Who led the sailors to the island?", "Li Po", "One island was seen by sailors whom Li Po had led."},
    };
    for (const auto& row : rows) {
        const document_text document("Insulin is made in the pancreas, an organ behind the stomach. " +
                                     filler(40) + row.sentence + " " + filler(40));
        auto question = asking(document, "Insulin is made in the pancreas");
        question.content.stem = row.stem;
        question.content.options = {"the pancreas", row.distractor, "a hatch", "a thatch"};
        const supporting_sentences support(document);
        const auto text = joined(examwright::review_passages(document, support, {question}));
        BOOST_TEST(text.find(row.sentence) != text.npos, row.sentence);
    }
}

BOOST_AUTO_TEST_CASE(a_quote_that_points_back_comes_with_what_it_points_at) {
    const std::string antecedent =
        "The pancreas is an organ behind the stomach, which the ancient anatomists took for a "
        "cushion, whose cells were found by a student of medicine in Berlin, who drew them "
        "with great care and did not guess what they were good for, as he wrote himself.";
    const document_text document(filler(10) + antecedent + " It makes insulin all day and all night. " +
                                 filler(10));
    const supporting_sentences support(document);
    const auto text = joined(
        examwright::review_passages(document, support, {asking(document, "It makes insulin all day")}));
    BOOST_TEST(text.find(antecedent) != text.npos);
}

BOOST_AUTO_TEST_CASE(sentences_are_whole_and_the_additions_bounded) {
    const document_text document(test::read_text("rivers_en"));
    const supporting_sentences support(document);
    std::vector<quote_place> places;
    std::vector<grounded_question> questions;
    std::size_t before = 0;
    for (const auto& span : split_sentences(document.text())) {
        const quote_place place{span.begin, span.end, 1, true};
        question content;
        content.stem = std::string(document.text().substr(span.begin, span.end - span.begin));
        content.options = {"river", "the longest river", "water of the lakes", "the sea in the north"};
        questions.push_back({content, place, {}});
        places.push_back(place);
        before = std::max(before, span.end);
    }
    const auto texts = examwright::review_passages(document, support, questions);
    std::size_t bytes = 0;
    for (const auto text : texts)
        bytes += text.size();
    BOOST_TEST(bytes <= before + before / 2);
}

BOOST_AUTO_TEST_SUITE_END()
