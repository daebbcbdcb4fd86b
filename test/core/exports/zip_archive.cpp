#include "core/exports/zip_archive.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "test/support/zip_reader.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(zip_archive)

BOOST_AUTO_TEST_CASE(files_come_out_as_they_went_in) {
    std::string large;
    for (int i = 0; i < 100'000; ++i)
        large += std::to_string(i * 7919 % 65'521) + '\0';
    const auto bytes =
        examwright::zip_archive({{"folder/large.bin", large}, {"empty", ""}, {"a.txt", "text"}});
    const auto files = test::read_zip(bytes);
    BOOST_REQUIRE_EQUAL(files.size(), 3u);
    BOOST_TEST(files[0].first == "folder/large.bin");
    BOOST_TEST((files[0].second == large));
    BOOST_TEST(files[1].second == "");
    BOOST_TEST(files[2].first == "a.txt");
    BOOST_TEST(files[2].second == "text");
    BOOST_TEST(bytes.size() < large.size());
}

BOOST_AUTO_TEST_CASE(the_same_files_make_the_same_bytes_and_nothing_follows_them) {
    const auto bytes = examwright::zip_archive({{"a", "1"}, {"b", "2"}});
    BOOST_TEST((bytes == examwright::zip_archive({{"a", "1"}, {"b", "2"}})));
    const std::string first_day("\0\0\x21\0", 4);  // 1 January 1980
    BOOST_TEST((bytes.substr(10, 4) == first_day));
    const std::string end_of_directory("PK\x05\x06", 4);  // and 18 bytes more
    BOOST_TEST(bytes.rfind(end_of_directory) == bytes.size() - 22);
}

BOOST_AUTO_TEST_SUITE_END()
