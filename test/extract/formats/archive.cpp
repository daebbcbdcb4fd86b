#include "tools/extract/formats/archive.hpp"

#include <boost/test/unit_test.hpp>

#include "core/imports/archive_reader.hpp"
#include "test/support/extracted_text.hpp"
#include "test/support/zip_writer.hpp"

using namespace examwright;
using extract::archive_text;
using test::failing;
using test::zip_of;

BOOST_AUTO_TEST_SUITE(archive)

BOOST_AUTO_TEST_CASE(only_files_that_may_hold_questions_are_read) {
    BOOST_TEST(archive_text(zip_of({{"a.png", "x"},
                                    {"q/A.XML", "<a/>"},
                                    {"word/theme/theme1.xml", "<t/>"},
                                    {"word/document.xml", "<d/>"},
                                    {"r.dat", "<r/>"}})) ==
               "\fq/A.XML\n<a/>\fword/document.xml\n<d/>\fr.dat\n<r/>");
    BOOST_TEST((failing([] { archive_text(zip_of({{"a.png", "x"}})); }) == extraction_exit::no_text));
    BOOST_TEST((failing([] { archive_text("PK\x03\x04 and no more"); }) == extraction_exit::damaged));
}

BOOST_AUTO_TEST_CASE(only_those_count_towards_the_most_parts) {
    std::vector<std::pair<std::string, std::string>> entries;
    for (int i = 0; i < 5'100; ++i)
        entries.emplace_back("assets/" + std::to_string(i) + ".png", "x");
    entries.emplace_back("q.xml", "<q/>");
    BOOST_TEST(archive_text(zip_of(entries)) == "\fq.xml\n<q/>");
    for (auto& entry : entries)
        entry.first += ".xml";
    BOOST_TEST(archive_text(zip_of(entries)).ends_with("\f\n101"));
}

BOOST_AUTO_TEST_CASE(a_limit_of_bytes_holds_for_all_parts) {
    const std::string large(most_archive_bytes / 2, ' ');
    BOOST_TEST((failing([&] {
                    archive_text(zip_of({{"a.xml", large}, {"b.xml", large + " "}}));
                }) == extraction_exit::too_much_text));
    BOOST_TEST(archive_text(zip_of({{"a.xml", large}})).size() > large.size());
}

BOOST_AUTO_TEST_SUITE_END()
