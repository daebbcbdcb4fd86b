#include "core/simulator/fault_rules.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>

using namespace examwright;
using kind = fault::kind;

namespace {

::examwright::fault_rules rules(std::string_view text) {
    auto parsed = ::examwright::fault_rules::parse(text);
    BOOST_REQUIRE_MESSAGE(parsed.has_value(), text);
    return std::move(*parsed);
}

/// 'x' for each of `calls` write calls that fails, '.' for one that does not.
std::string pattern(std::string_view text, int calls) {
    auto parsed = rules(text);
    std::string hits;
    for (int i = 0; i < calls; ++i)
        hits += parsed.next(call_kind::write) ? 'x' : '.';
    return hits;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fault_rules)

BOOST_AUTO_TEST_CASE(when) {
    BOOST_TEST(pattern("", 3) == "...");
    BOOST_TEST(pattern("500", 3) == "xxx");
    BOOST_TEST(pattern("500@2", 4) == ".x..");
    BOOST_TEST(pattern("500@2-3", 5) == ".xx..");
    BOOST_TEST(pattern("500@3-", 5) == "..xxx");
    BOOST_TEST(pattern("500@every3", 7) == "..x..x.");
    BOOST_TEST(pattern("500@0%", 5) == ".....");
    BOOST_TEST(pattern("500@100%", 5) == "xxxxx");
}

BOOST_AUTO_TEST_CASE(a_share_is_kept_and_repeatable) {
    const auto hits = pattern("500@10%", 2000);
    const auto count = std::count(hits.begin(), hits.end(), 'x');
    BOOST_TEST(count > 140);
    BOOST_TEST(count < 260);
    BOOST_TEST(pattern("500@10%", 2000) == hits);
    BOOST_TEST(pattern("500@10%7", 2000) != hits);
}

BOOST_AUTO_TEST_CASE(kinds_and_arguments) {
    const auto first = [](std::string_view text) {
        auto parsed = rules(text);
        const auto found = parsed.next(call_kind::review);
        BOOST_REQUIRE(found.has_value());
        return *found;
    };
    BOOST_TEST(first("429").status == 429);
    BOOST_TEST(first("429").retry_after->count() == 1000);
    BOOST_TEST(first("429=0.05").retry_after->count() == 50);
    BOOST_TEST(first("529").status == 529);
    BOOST_TEST(!first("529").retry_after.has_value());
    BOOST_TEST(first("503=3").retry_after->count() == 3000);
    BOOST_TEST(first("html").status == 200);
    BOOST_TEST(first("html=502").status == 502);
    BOOST_TEST(first("wrong_key").count == 1);
    BOOST_TEST(first("wrong_key=4").count == 4);
    BOOST_CHECK(first("spend_limit").what == kind::spend_limit);
    BOOST_CHECK(first("reset").what == kind::reset);
    BOOST_CHECK(first("half").what == kind::half);
    BOOST_CHECK(first("hang").what == kind::hang);
    BOOST_CHECK(first("malformed").what == kind::malformed);
    BOOST_CHECK(first("max_tokens").what == kind::max_tokens);
    BOOST_CHECK(first("refusal").what == kind::refusal);
}

BOOST_AUTO_TEST_CASE(rules_for_one_kind_count_its_calls_alone) {
    auto parsed = rules("429@1:review, 500@2:write");
    BOOST_TEST(!parsed.next(call_kind::write).has_value());
    BOOST_TEST(parsed.next(call_kind::review)->status == 429);
    BOOST_TEST(!parsed.next(std::nullopt).has_value());
    BOOST_TEST(parsed.next(call_kind::write)->status == 500);
    BOOST_TEST(!parsed.next(call_kind::review).has_value());
}

BOOST_AUTO_TEST_CASE(the_first_rule_that_applies_decides) {
    auto parsed = rules("429@1,500@1-2");
    BOOST_TEST(parsed.next(std::nullopt)->status == 429);
    BOOST_TEST(parsed.next(std::nullopt)->status == 500);
    BOOST_TEST(!parsed.next(std::nullopt).has_value());
}

BOOST_AUTO_TEST_CASE(a_bad_rule_is_named) {
    for (const std::string bad :
         {"boom", "200", "600", "429=x", "429=-1", "reset=3", "html=abc", "wrong_key=0", "500@", "500@0",
          "500@3-2", "500@every0", "500@x%", "500@101%", "500:sometimes", "=3", "@2"}) {
        const auto parsed = ::examwright::fault_rules::parse("529," + bad);
        BOOST_REQUIRE_MESSAGE(parsed.has_error(), bad);
        BOOST_TEST(parsed.error().detail.find("\"" + bad + "\"") != std::string::npos, parsed.error().detail);
    }
}

BOOST_AUTO_TEST_SUITE_END()
