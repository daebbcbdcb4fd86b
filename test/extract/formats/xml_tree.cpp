#include "tools/extract/formats/xml_tree.hpp"

#include <boost/test/unit_test.hpp>

#include "test/support/extracted_text.hpp"

using namespace examwright;
using extract::parse_xml;
using test::failing;

namespace {

extraction_exit parsing(const std::string& xml) {
    return failing([&] { parse_xml(xml); });
}

std::string nested(int depth) {
    std::string xml;
    for (int i = 0; i < depth; ++i)
        xml += "<a>";
    for (int i = 0; i < depth; ++i)
        xml += "</a>";
    return xml;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xml_tree)

BOOST_AUTO_TEST_CASE(names_have_our_prefixes_whatever_the_file_calls_them) {
    const auto tree = parse_xml(
        "<?xml version='1.0'?><doc xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main' "
        "xmlns:z='urn:else' "
        "z:a='1'><z:b>one</z:b> two</doc>");
    BOOST_TEST(tree.name == "w:doc");
    BOOST_TEST(tree.attribute("a") == "1");
    BOOST_TEST(tree.child("b")->all_text() == "one");
    BOOST_TEST(tree.all_text() == "one two");
}

BOOST_AUTO_TEST_CASE(entities_and_depth_are_too_costly) {
    BOOST_TEST((parsing("<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]><a>&c;</a>") ==
                extraction_exit::too_costly));
    BOOST_TEST((parsing("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>") ==
                extraction_exit::too_costly));
    BOOST_TEST((parsing(nested(250)) == extraction_exit::done));
    BOOST_TEST((parsing(nested(300)) == extraction_exit::too_costly));
    BOOST_TEST((parsing("<a><b></a>") == extraction_exit::damaged));
    BOOST_TEST((parsing("") == extraction_exit::damaged));
}

BOOST_AUTO_TEST_SUITE_END()
