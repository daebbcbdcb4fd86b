#include <atomic>
#include <boost/json/array.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <thread>

#include "test/support/command_run.hpp"
#include "test/support/document_files.hpp"
#include "test/support/installation.hpp"
#include "test/support/pdf_writer.hpp"
#include "test/support/sample_text.hpp"

namespace json = boost::json;
using namespace examwright::test;

namespace {

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;)
        words.push_back(word);
    return words;
}

/// With one blank between words, whatever ended the lines.
std::string in_one_line(const std::string& text) {
    std::string out;
    for (const auto& word : words_of(text))
        out += (out.empty() ? "" : " ") + word;
    return out;
}

struct formats_fixture {
    installation server{""};  // the offline author
    const std::vector<std::string> pages = sample_pages(4);

    /// Makes twelve questions of it, each of whose quotes stands on the page that it names, in the file
    /// (`written`) and as the document shows it.
    void expect_quotes_on_their_pages(const std::string& file, const std::string& name,
                                      const std::vector<std::string>& written) {
        BOOST_TEST_CONTEXT(name) {
            const auto id = server.add_document(file, name);
            const auto test = server.wait_for_test(server.start_test(id, 12));
            BOOST_TEST(text(test, "status") == "completed");
            std::set<std::int64_t> seen;
            for (const auto& each : test.at("questions").as_array()) {
                const auto& question = each.as_object();
                const auto quote = in_one_line(text(question, "source_quote"));
                const auto page = question.at("source_page").as_int64();
                BOOST_TEST_REQUIRE((page >= 1 && page <= static_cast<std::int64_t>(written.size())));
                seen.insert(page);
                const auto shown = server.api()
                                       .get("/documents/" + id + "/pages/" + std::to_string(page))
                                       .json()
                                       .as_object();
                BOOST_TEST(in_one_line(text(shown, "text")).find(quote) != std::string::npos, quote);
                BOOST_TEST(
                    in_one_line(written[static_cast<std::size_t>(page) - 1]).find(quote) != std::string::npos,
                    quote);
            }
            BOOST_TEST(test.at("questions").as_array().size() == 12u);
            BOOST_TEST(seen.size() == written.size());  // from all over the document
        }
    }

    std::string extracted(const std::string& file, const std::string& name) {
        const auto id = server.add_document(file, name);
        return text(server.api().get("/documents/" + id).json().as_object(), "extracted_text");
    }
};

/// The length of the longest common subsequence, as a part of the longer text's words.
double agreement(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    std::vector<std::size_t> row(right.size() + 1);
    for (const auto& word : left) {
        std::size_t diagonal = 0;
        for (std::size_t i = 0; i < right.size(); ++i) {
            const auto above = row[i + 1];
            row[i + 1] = word == right[i] ? diagonal + 1 : std::max(above, row[i]);
            diagonal = above;
        }
    }
    return static_cast<double>(row.back()) / static_cast<double>(std::max(left.size(), right.size()));
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(document_formats, formats_fixture)

BOOST_AUTO_TEST_CASE(questions_of_office_files_know_their_pages) {
    expect_quotes_on_their_pages(write_docx(pages), "sample.docx", pages);
    expect_quotes_on_their_pages(write_odt(pages), "sample.odt", pages);
    expect_quotes_on_their_pages(write_pptx(pages), "sample.pptx", pages);
    expect_quotes_on_their_pages(write_odp(pages), "sample.odp", pages);
    expect_quotes_on_their_pages(write_rtf(pages), "sample.rtf", pages);
}

BOOST_AUTO_TEST_CASE(questions_of_books_pages_and_films_know_their_places) {
    expect_quotes_on_their_pages(write_pdf(pages), "sample.pdf", pages);
    expect_quotes_on_their_pages(write_epub(pages), "sample.epub", pages);
    expect_quotes_on_their_pages(write_html(pages), "sample.html", pages);
    expect_quotes_on_their_pages(write_vtt(pages), "sample.vtt", pages);
    expect_quotes_on_their_pages(write_plain_text(pages), "sample.txt", pages);
    expect_quotes_on_their_pages("# Towns\n\n" + pages[0], "sample.md", {"Towns " + pages[0]});
}

BOOST_AUTO_TEST_CASE(one_book_says_the_same_in_every_format) {
    const auto book = sample_pages(40);
    const auto plain = words_of(extracted(write_plain_text(book), "book.txt"));
    for (const auto& [name, file] : {std::pair("book.pdf", write_pdf(book)),
                                     {"book.epub", write_epub(book)},
                                     {"book.docx", write_docx(book)}})
        BOOST_TEST(agreement(plain, words_of(extracted(file, name))) > 0.97, name);
}

BOOST_AUTO_TEST_CASE(a_hundred_uploads_at_once_are_taken_or_put_off_and_none_is_lost) {
    constexpr int uploads = 100;
    std::atomic<int> taken = 0;
    std::vector<std::string> ids(uploads);
    std::vector<std::thread> people;
    for (int i = 0; i < uploads; ++i)
        people.emplace_back([&, i] {
            http_client api(server.port());
            api.token = server.api().token;
            const auto reply = api.upload("/documents/upload", std::to_string(i) + ".txt",
                                          "Upload number " + std::to_string(i) + " is this. " + pages[0]);
            if (reply.status == 201) {
                ids[static_cast<std::size_t>(i)] = text(reply.json().as_object(), "id");
                ++taken;
                return;
            }
            BOOST_TEST((reply.status == 429 || reply.status == 503));
            BOOST_TEST(reply.headers.count("retry-after") == 1u);
        });
    for (auto& each : people)
        each.join();
    BOOST_TEST(taken > 0);
    for (int i = 0; i < uploads; ++i) {
        const auto& id = ids[static_cast<std::size_t>(i)];
        if (id.empty())
            continue;
        BOOST_TEST(server.wait_for_document(id) == "ready");
        const auto read = text(server.api().get("/documents/" + id).json().as_object(), "extracted_text");
        BOOST_TEST(read.starts_with("Upload number " + std::to_string(i) + " is this."));
    }
}

BOOST_AUTO_TEST_SUITE_END()
