#include "core/generation/outcome.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(outcome)

namespace {

std::string reason_after(std::map<drop_reason, int> dropped) {
    outcome_input input;
    input.requested = 6;
    input.dropped = std::move(dropped);
    const auto ended = conclude(input);
    BOOST_TEST(ended.status == "failed");
    return ended.failure_reason.value_or("");
}

bool advises_a_longer_document(const std::string& reason) {
    return reason.find("longer document") != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_reason_that_most_were_dropped_for_is_told) {
    const auto reason = reason_after({{drop_reason::quote_not_found, 7}, {drop_reason::duplicate_stem, 2}});
    BOOST_TEST(reason.find(reason_text(drop_reason::quote_not_found)) != std::string::npos);
    BOOST_TEST(reason.find(reason_text(drop_reason::duplicate_stem)) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(that_nothing_was_written_is_told_where_nothing_was_dropped) {
    const auto reason = reason_after({});
    BOOST_TEST(reason.find("none was written") != std::string::npos, reason);
    BOOST_TEST(reason.find("passed the checks") == std::string::npos, reason);
    BOOST_TEST(reason.find("whole sentences") != std::string::npos, reason);
    BOOST_TEST(reason_after({{drop_reason::malformed, 3}}).find("passed the checks") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_longer_document_is_advised_only_where_it_helps) {
    BOOST_TEST(advises_a_longer_document(reason_after({})));
    BOOST_TEST(advises_a_longer_document(reason_after({{drop_reason::duplicate_stem, 3}})));
    BOOST_TEST(advises_a_longer_document(reason_after({{drop_reason::repeated_answer, 3}})));
    BOOST_TEST(advises_a_longer_document(reason_after({{drop_reason::given_away, 3}})));
    for (const auto reason :
         {drop_reason::malformed, drop_reason::duplicate_options, drop_reason::quote_not_found,
          drop_reason::wrong_language, drop_reason::review_disagreed, drop_reason::not_reviewed}) {
        const auto told = reason_after({{reason, 3}});
        BOOST_TEST(!advises_a_longer_document(told), told);
        BOOST_TEST(told.ends_with("."));
    }
}

BOOST_AUTO_TEST_CASE(a_reason_is_cut_within_its_column) {
    outcome_input input;
    input.requested = 6;
    input.failure = std::string(800, 'x');
    BOOST_TEST(conclude(input).failure_reason->size() <= 512u);
}

BOOST_AUTO_TEST_SUITE_END()
