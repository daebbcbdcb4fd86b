#include "tools/extract/formats/zip_reader.hpp"

#include <boost/test/unit_test.hpp>

#include "test/support/extracted_text.hpp"
#include "test/support/zip_writer.hpp"

using namespace examwright;
using test::failing;
using test::zip_of;
using test::zip_writer;

namespace {

extraction_exit reading(const std::string& archive, const std::string& part) {
    return failing([&] { extract::zip_reader(archive).read(part); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(zip_reader)

BOOST_AUTO_TEST_CASE(parts_are_read_by_their_names) {
    const auto archive = zip_of({{"a/b.xml", "<b/>"}, {"empty", ""}});
    extract::zip_reader zip(archive);
    BOOST_TEST(zip.read("a/b.xml").value() == "<b/>");
    BOOST_TEST(zip.read("empty").value() == "");
    BOOST_TEST(!zip.read("a").has_value());
    BOOST_TEST(!zip.read("../a/b.xml").has_value());
}

BOOST_AUTO_TEST_CASE(a_bomb_is_too_costly_whatever_it_claims) {
    for (const auto claimed : {std::optional<std::size_t>(), std::optional<std::size_t>(100)}) {
        zip_writer zip;
        zip.claimed_size = claimed;
        zip.add("bomb", std::string(3'000'000, 'x'));
        BOOST_TEST((reading(zip.take(), "bomb") == extraction_exit::too_costly));
    }
}

BOOST_AUTO_TEST_CASE(so_are_too_many_parts) {
    zip_writer zip;
    for (int i = 0; i < 2001; ++i)
        zip.add(std::to_string(i), "");
    BOOST_TEST((reading(zip.take(), "1") == extraction_exit::too_costly));
}

BOOST_AUTO_TEST_CASE(what_lies_is_damaged) {
    BOOST_TEST((reading(zip_of({{"a", "1"}, {"a", "2"}}), "a") == extraction_exit::damaged));
    const auto whole = zip_of({{"a", std::string(1000, 'y')}});
    BOOST_TEST((reading(whole.substr(0, whole.size() - 30), "a") == extraction_exit::damaged));
    auto moved = whole;
    moved[moved.size() - 6] = '\x7F';  // where the directory begins
    BOOST_TEST((reading(moved, "a") == extraction_exit::damaged));
    for (std::size_t i = 0; i < whole.size(); ++i) {
        auto broken = whole;
        broken[i] = static_cast<char>(broken[i] ^ 0xFF);
        const auto exit = reading(broken, "a");
        BOOST_TEST((exit == extraction_exit::done || exit == extraction_exit::damaged ||
                    exit == extraction_exit::encrypted || exit == extraction_exit::too_costly));
    }
}

BOOST_AUTO_TEST_CASE(an_encrypted_part_is_told) {
    zip_writer zip;
    zip.add("a", "secret", true);
    BOOST_TEST((reading(zip.take(), "a") == extraction_exit::encrypted));
}

BOOST_AUTO_TEST_SUITE_END()
