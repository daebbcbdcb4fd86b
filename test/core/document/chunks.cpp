#include "core/document/chunks.hpp"
#include "core/text/words.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(chunks)

namespace {

std::string prose(int sentences) {
    std::string text;
    for (int i = 0; i < sentences; ++i)
        text += "Sentence number " + std::to_string(i) +
                " speaks of cells, and of what each of them is made." +
                (i % 7 == 6 ? "\n\n" : (i % 50 == 49 ? "\f" : " "));
    return text;
}

std::size_t characters(const document_text& document, const chunk& each) {
    return count_characters(document.text().substr(each.begin, each.end - each.begin));
}

/// All of the text but white space lies in some chunk, the chunks being in order.
bool covers(const document_text& document, const std::vector<chunk>& chunks) {
    std::size_t reached = 0;
    for (const auto& each : chunks) {
        const auto gap = each.begin > reached ? document.text().substr(reached, each.begin - reached) : "";
        if (gap.find_first_not_of(" \n\f") != gap.npos || each.end <= reached)
            return false;
        reached = each.end;
    }
    return document.text().substr(reached).find_first_not_of(" \n\f") == std::string_view::npos;
}

}  // namespace

BOOST_AUTO_TEST_CASE(nothing_for_a_text_without_a_sentence) {
    BOOST_TEST(chunk_document(document_text("")).empty());
    BOOST_TEST(chunk_document(document_text(" \n\n\f \n")).empty());
}

BOOST_AUTO_TEST_CASE(a_short_text_is_one_chunk) {
    const document_text document("  One sentence. Another one.\n");
    const auto chunks = chunk_document(document);
    BOOST_REQUIRE(chunks.size() == 1u);
    BOOST_TEST(document.text().substr(chunks[0].begin, chunks[0].end - chunks[0].begin) ==
               "One sentence. Another one.");
}

BOOST_AUTO_TEST_CASE(chunks_have_the_size_and_the_overlap) {
    const document_text document(prose(400));
    const auto chunks = chunk_document(document);
    BOOST_REQUIRE(chunks.size() > 10u);
    BOOST_TEST(covers(document, chunks));
    for (std::size_t i = 0; i + 1 < chunks.size(); ++i) {
        BOOST_TEST(characters(document, chunks[i]) <= 1500u);
        BOOST_TEST(characters(document, chunks[i]) >= 1300u);
        const auto shared = chunks[i].end - chunks[i + 1].begin;
        BOOST_TEST(shared >= 240u);
        BOOST_TEST(shared <= 360u);
    }
}

BOOST_AUTO_TEST_CASE(chunks_start_and_end_with_whole_sentences) {
    const document_text document(prose(200));
    for (const auto& each : chunk_document(document)) {
        BOOST_TEST(document.text().substr(each.begin).starts_with("Sentence"));
        BOOST_TEST(document.text()[each.end - 1] == '.');
    }
}

BOOST_AUTO_TEST_CASE(chunks_know_their_pages) {
    std::string text;
    for (int page = 0; page < 4; ++page)
        text += (page > 0 ? "\f" : "") + prose(30);
    const document_text document(text);
    const auto chunks = chunk_document(document);
    BOOST_TEST(chunks.front().first_page == 1);
    BOOST_TEST(chunks.back().last_page == 4);
    for (const auto& each : chunks) {
        BOOST_TEST(each.first_page == document.page_at(each.begin));
        BOOST_TEST(each.last_page == document.page_at(each.end - 1));
    }
}

BOOST_AUTO_TEST_CASE(a_sentence_longer_than_a_chunk_is_cut_at_spaces) {
    std::string text;
    for (int i = 0; i < 2000; ++i)
        text += "word" + std::to_string(i) + " ";
    const document_text document(text);
    const auto chunks = chunk_document(document);
    BOOST_REQUIRE(chunks.size() > 5u);
    BOOST_TEST(covers(document, chunks));
    for (const auto& each : chunks) {
        BOOST_TEST(characters(document, each) <= 1875u);
        BOOST_TEST(document.text().substr(each.begin).starts_with("word"));
        BOOST_TEST(document.text()[each.end] == ' ');
    }
    BOOST_TEST(chunks[1].begin < chunks[0].end);
}

BOOST_AUTO_TEST_CASE(without_spaces_it_is_cut_between_code_points) {
    std::string text;
    for (int i = 0; i < 4000; ++i)
        text += "植";
    const document_text document(text);
    const auto chunks = chunk_document(document);
    BOOST_REQUIRE(chunks.size() >= 3u);
    BOOST_TEST(covers(document, chunks));
    for (const auto& each : chunks) {
        BOOST_TEST(each.begin % 3 == 0u);
        BOOST_TEST(each.end % 3 == 0u);
        BOOST_TEST(characters(document, each) <= 1875u);
    }
}

BOOST_AUTO_TEST_CASE(characters_are_code_points_not_bytes) {
    std::string text;
    for (int i = 0; i < 300; ++i)
        text += "植物利用光能把二氧化碳和水转化为有机物。";
    const document_text document(text);
    const auto chunks = chunk_document(document);
    BOOST_TEST(characters(document, chunks.front()) > 1400u);
    BOOST_TEST(covers(document, chunks));
}

BOOST_AUTO_TEST_CASE(no_tiny_last_chunk) {
    for (int sentences = 15; sentences < 45; ++sentences) {
        const document_text document(prose(sentences));
        const auto chunks = chunk_document(document);
        BOOST_TEST(covers(document, chunks));
        BOOST_TEST(characters(document, chunks.back()) > 450u);
    }
}

BOOST_AUTO_TEST_CASE(other_sizes) {
    const document_text document(prose(60));
    for (const double overlap : {0.0, 0.2, 0.5}) {
        const auto chunks = chunk_document(document, {300, overlap});
        BOOST_TEST(covers(document, chunks));
        BOOST_TEST(chunks.size() > 10u);
    }
    BOOST_TEST(chunk_document(document, {300, 0.0})[1].begin >= chunk_document(document, {300, 0.0})[0].end);
}

BOOST_AUTO_TEST_CASE(half_a_million_characters) {
    const document_text document(prose(7000));
    BOOST_TEST(covers(document, chunk_document(document)));
    const document_text one_line(std::string(500'000, 'x'));
    BOOST_TEST(covers(one_line, chunk_document(one_line)));
    const document_text stops(std::string(500'000, '.'));
    BOOST_TEST(covers(stops, chunk_document(stops)));
    std::string broken;
    for (int i = 0; i < 100'000; ++i)
        broken += "x.\n ";
    const document_text lines(broken);
    BOOST_TEST(covers(lines, chunk_document(lines)));
}

BOOST_AUTO_TEST_SUITE_END()
