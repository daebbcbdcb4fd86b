#include "core/generation/call_kind.hpp"

#include <boost/test/unit_test.hpp>

#include "core/generation/prompts.hpp"

using namespace examwright;

BOOST_AUTO_TEST_SUITE(call_kind)

BOOST_AUTO_TEST_CASE(each_kind_has_its_own_name_schema_and_limit) {
    for (const auto kind : {examwright::call_kind::write, examwright::call_kind::review}) {
        BOOST_TEST((parse_call_kind(to_string(kind)) == kind));
        BOOST_TEST(max_tokens_of(kind) >= 8'000);
        BOOST_TEST(max_tokens_of(kind) < 21'333);
    }
    BOOST_TEST(!parse_call_kind("other"));
    BOOST_TEST((schema_of(examwright::call_kind::write) == write_schema()));
    BOOST_TEST((schema_of(examwright::call_kind::review) == review_schema()));
}

BOOST_AUTO_TEST_SUITE_END()
