#include "server/extract/process_extractor.hpp"

#include <signal.h>
#include <stdlib.h>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "core/document/document_text.hpp"
#include "core/exports/zip_archive.hpp"
#include "core/imports/archive_reader.hpp"
#include "test/support/extractor_fixture.hpp"
#include "test/support/pdf_writer.hpp"
#include "test/support/png_writer.hpp"

using namespace examwright;
using namespace examwright::test;
using namespace std::string_literals;
namespace asio = boost::asio;
namespace fs = std::filesystem;

namespace {

std::string read_file(const fs::path& file) {
    std::ostringstream content;
    content << std::ifstream(file, std::ios::binary).rdbuf();
    return content.str();
}

std::string words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += "word" + std::to_string(i) + " ";
    return text;
}

int pages_of(const extraction_report& report) {
    return document_text(report.text).page_count();
}

std::size_t children_of_this_process() {
    std::istringstream children(read_file("/proc/thread-self/children"));
    std::size_t count = 0;
    for (std::string child; children >> child;)
        ++count;
    return count;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(process_extractor, extractor_fixture)

BOOST_AUTO_TEST_CASE(the_sandbox_is_probed_by_running_it) {
    const auto sandbox = probe_sandbox(EXAMWRIGHT_EXTRACT_BINARY);
    BOOST_TEST(sandbox.description().ends_with("resource limits"));
    BOOST_TEST((sandbox.description().find("bubblewrap") != std::string::npos) == sandbox.bubblewrap);
    BOOST_CHECK_THROW(probe_sandbox(folder.path() / "missing"), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(a_pdf_is_read_page_by_page) {
    const auto found = extract(
        write_pdf({"The cell was named by Robert Hooke.", "", "Z\u00FCrich\u2019s \u201Cthird\u201D page."}),
        "pdf");
    BOOST_TEST_REQUIRE(found.has_value());
    BOOST_TEST(found->text ==
               "The cell was named by Robert Hooke.\f\fZ\u00FCrich\u2019s \u201Cthird\u201D page.");
    BOOST_TEST(pages_of(*found) == 3);
}

BOOST_AUTO_TEST_CASE(it_reads_without_bubblewrap_too) {
    extraction_sandbox direct;
    direct.program = EXAMWRIGHT_EXTRACT_BINARY;
    const auto found = extract(write_pdf({"The cell was named by Robert Hooke."}), "pdf", direct);
    BOOST_TEST_REQUIRE(found.has_value());
    BOOST_TEST(found->text == "The cell was named by Robert Hooke.");
}

BOOST_AUTO_TEST_CASE(text_of_any_encoding_becomes_clean_utf8) {
    BOOST_TEST(extract("One\r\ntwo\tthree \x01\r\n\r\n\r\n\r\nfour\x80\x93z\xFC", "text").value().text ==
               "One\ntwo three\n\nfour\u20AC\u201Cz\u00FC");
    BOOST_TEST(extract("\xFF\xFEZ\0\xFC\0\x3C\xD8\x31\xDF"s, "text").value().text == "Z\u00FC\U0001F331");
    BOOST_TEST(extract("\xEF\xBB\xBFZ\xC3\xBCrich and Z\xC3\xBCrich, br\xFFoken", "text").value().text ==
               "Z\u00FCrich and Z\u00FCrich, br\uFFFDoken");
    BOOST_TEST(pages_of(extract("page one\fpage two", "text").value()) == 2);
}

BOOST_AUTO_TEST_CASE(markdown_is_reduced_to_its_text) {
    const auto markdown =
        "---\nauthor: X\n---\n# The *cell* #\n\nA **cell** is [small](https://example.org \"t\"), see "
        "`a*b`,\n"
        "snake_case and 2 * 3.[^1]\n\n- [x] done\n> quoted __text__\n\n```sh\n  ls *.md\n```\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n![A plan](p.png) <!-- hidden -->\n\n[^1]: A note.\n";
    BOOST_TEST(extract(markdown, "markdown").value().text ==
               "The cell\n\nA cell is small, see a*b,\nsnake_case and 2 * 3.\n\ndone\n\nquoted text\n\n"
               "  ls *.md\n\na | b\n1 | 2\n\nA plan\n\nA note.");
}

BOOST_AUTO_TEST_CASE(each_failure_says_why_and_what_to_do) {
    const std::string whole = write_pdf({"A page with some text on it.", "Another."});
    fails(write_pdf(std::vector<std::string>(501, "A page.")), "pdf", "more than 500 pages");
    fails(write_pdf({"", ""}), "pdf", "holds no text");
    fails(" \n\t\n", "text", "holds no text");
    fails(read_file(EXAMWRIGHT_TEST_DATA "/encrypted.pdf"), "pdf", "encrypted");
    fails(whole.substr(0, whole.size() / 2), "pdf", "damaged");
    fails(whole.substr(0, whole.size() - 30), "pdf", "damaged");
    fails("%PDF-1.7\n" + std::string(5000, '\xAB'), "pdf", "damaged");
    fails("%PDF-1.7\n" + std::string(5000, '\xAB') + "\nstartxref\n5\n%%EOF", "pdf", "damaged");
    fails("Text, and then\0\0binary"s, "text", "not plain text");
}

BOOST_AUTO_TEST_CASE(pages_that_are_not_there_are_told_for_every_format) {
    pages = "7-9";
    fails(write_pdf({"A page with some text on it."}), "pdf", "none of the pages that were chosen");
    fails("A text of one page.", "text", "none of the pages that were chosen");
    fails(write_png(800, 800, 0xFF), "image", "none of the pages that were chosen");
}

BOOST_AUTO_TEST_CASE(pictures_without_text_are_told) {
    fails(write_png(800, 800, 0xFF), "image", "holds no text");
    fails(write_png(800, 800, 0), "image", "No text could be recognised");
    const auto cut = write_png(800, 800, 0xFF).substr(0, 100);
    fails(cut, "image", "damaged");
}

BOOST_AUTO_TEST_CASE(five_hundred_pages_are_read) {
    const auto found = extract(write_pdf(std::vector<std::string>(500, "A page.")), "pdf");
    BOOST_TEST_REQUIRE(found.has_value());
    BOOST_TEST(pages_of(*found) == 500);
}

BOOST_AUTO_TEST_CASE(the_characters_are_counted_to_the_last) {
    limits.characters = 1000;
    const std::string umlauts = [] {
        std::string text;
        for (int i = 0; i < 1000; ++i)
            text += "\u00FC";
        return text;
    }();
    BOOST_TEST(extract(umlauts, "text").has_value());
    BOOST_TEST(extract(umlauts.substr(0, 1000) + "\f" + umlauts.substr(1000), "text").has_value());
    fails(umlauts + "x", "text", "more than 1,000 characters");
    fails(write_pdf({words(300)}), "pdf", "more than 1,000 characters");
}

BOOST_AUTO_TEST_CASE(an_archive_has_a_limit_of_its_own) {
    const auto questions = extract(zip_archive({{"q.xml", std::string(2'000'000, 'x')}}), "archive");
    BOOST_TEST_REQUIRE(questions.has_value());
    BOOST_TEST(questions->text.size() > 2'000'000u);
    fails(zip_archive({{"q.xml", std::string(most_archive_bytes + 1, 'x')}}), "archive", "more than 40 MB");
    fails(zip_archive({{"a.png", "x"}}), "archive", "no questions in it");
}

BOOST_AUTO_TEST_CASE(a_pdf_that_unfolds_to_far_too_much_is_stopped) {
    // Two pages drawn fifty times each: small on the disk, half a million characters when read.
    limits.characters = 10'000;
    std::string bomb = write_pdf({words(1000), words(1000)});
    std::string kids;
    for (int i = 0; i < 50; ++i)
        kids += "4 0 R 6 0 R ";
    bomb.replace(bomb.find("/Count 2"), 8, "/Count 100");
    bomb.replace(bomb.find("4 0 R 6 0 R "), 12, kids);
    fails(bomb, "pdf", "more than 10,000 characters");
}

BOOST_AUTO_TEST_CASE(the_environment_stays_outside) {
    setenv("ANTHROPIC_API_KEY", "sk-secret", 1);
    const auto seen = extract("", "text", script("t=$(env); printf 'text %d\\n%s\\nend\\n' ${#t} \"$t\""));
    unsetenv("ANTHROPIC_API_KEY");
    BOOST_TEST_REQUIRE(seen.has_value());
    BOOST_TEST(seen->text.find("PATH=") != std::string::npos);
    BOOST_TEST(seen->text.find("sk-secret") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_takes_too_long_is_killed) {
    limits.deadline = std::chrono::milliseconds(50);
    const auto outcome = extract("", "pdf", script("sleep 1000"));
    BOOST_TEST_REQUIRE(outcome.has_error());
    BOOST_TEST(outcome.error().detail.find("too much time") != std::string::npos);
    BOOST_TEST(children_of_this_process() == 0u);
}

BOOST_AUTO_TEST_CASE(what_writes_without_end_is_killed) {
    for (const char* body : {"yes", "echo text 12; yes", "yes progress 1 2", "yes >&2"}) {
        limits.deadline = std::chrono::milliseconds(500);
        const auto outcome = extract("", "pdf", script(body));
        BOOST_TEST_REQUIRE(outcome.has_error());
        BOOST_TEST(children_of_this_process() == 0u);
    }
}

BOOST_AUTO_TEST_CASE(a_crash_of_the_reader_is_a_failure_like_others) {
    const auto outcome = extract("", "pdf", script("kill -SEGV $$"));
    BOOST_TEST_REQUIRE(outcome.has_error());
    BOOST_TEST(outcome.error().detail.find("server's owner") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(cancellation_kills_the_process) {
    examwright::process_extractor extractor(script("echo $$ > pid.new; mv pid.new pid; sleep 1000"), limits,
                                            log);
    asio::cancellation_signal signal;
    bool ended = false;
    auto run = [&]() -> asio::awaitable<void> {
        const fs::path file = write("document", "");
        extraction_request request{file, "text"};
        const auto outcome = co_await extractor.extract(std::move(request));
        BOOST_ERROR("ended without being cancelled");
    };
    auto on_end = [&](std::exception_ptr error) { ended = error != nullptr; };
    asio::co_spawn(context, run(), asio::bind_cancellation_slot(signal.slot(), on_end));
    wait_for(folder.path() / "pid");
    const auto pid = static_cast<pid_t>(std::stol(read_file(folder.path() / "pid")));
    BOOST_TEST(kill(pid, 0) == 0);
    signal.emit(asio::cancellation_type::terminal);
    context.restart();
    context.run();
    BOOST_TEST(ended);
    BOOST_TEST(kill(pid, 0) != 0);
}

BOOST_AUTO_TEST_CASE(what_fills_its_stderr_first_is_read_all_the_same) {
    const auto found =
        extract("", "text",
                script("head -c 300000 /dev/zero >&2; printf 'progress 1 2\\nprogress 2 2\\n'; "
                       "printf 'text 4\\nread\\npage_name slide\\nspan prose 0 4\\nend\\n'"));
    BOOST_TEST_REQUIRE(found.has_value());
    BOOST_TEST(found->text == "read");
    BOOST_TEST(found->page_name == "slide");
    BOOST_TEST(found->spans.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_user_has_two_turns_at_once_and_leaves_the_third_to_another) {
    examwright::process_extractor extractor(
        script("touch started.$$; while [ ! -e go ]; do sleep 0.01; done; printf 'text 4\\nread\\nend\\n'"),
        limits, log);
    int done = 0;
    const fs::path file = write("document", "");
    auto run = [&](std::string user) -> asio::awaitable<void> {
        extraction_request request{file, "text", "", user};
        const auto outcome = co_await extractor.extract(std::move(request));
        done += outcome.has_value() ? 1 : 0;
    };
    const auto start = [&](const char* user) {
        asio::co_spawn(context, run(user), [](std::exception_ptr error) { BOOST_TEST((error == nullptr)); });
    };
    for (int i = 0; i < 4; ++i)
        start("eager");
    context.poll();
    BOOST_TEST(children_of_this_process() == 2u);
    start("other");
    context.poll();
    BOOST_TEST(children_of_this_process() == 3u);
    write("go", "");
    context.restart();
    context.run();
    BOOST_TEST(done == 5);
    BOOST_TEST(children_of_this_process() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
