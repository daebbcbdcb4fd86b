#include "core/text/percent_decoding.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(percent_decoding)

BOOST_AUTO_TEST_CASE(what_is_no_escape_stays) {
    BOOST_TEST(percent_decoded("na%C3%afve%20%31") == "na\u00EFve 1");
    BOOST_TEST(percent_decoded("100%, %zz, %4, %") == "100%, %zz, %4, %");
}

BOOST_AUTO_TEST_SUITE_END()
