#include "core/timestamp.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(timestamp)

namespace {
const examwright::timestamp sample =
    std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + 21h + 5min + 7s + 123456us;
}

BOOST_AUTO_TEST_CASE(writes_both_forms) {
    BOOST_TEST(to_rfc3339(sample) == "2026-11-23T21:05:07.123456Z");
    BOOST_TEST(to_sql(sample) == "2026-11-23 21:05:07.123456");
    BOOST_TEST(to_sql(examwright::timestamp{}) == "1970-01-01 00:00:00.000000");
    BOOST_TEST(to_sql(examwright::timestamp{} - 1us) == "1969-12-31 23:59:59.999999");
}

BOOST_AUTO_TEST_CASE(reads_what_it_writes) {
    BOOST_TEST((parse_sql(to_sql(sample)) == sample));
    BOOST_TEST((parse_sql("2026-11-23 21:05:07") == sample - 123456us));
    BOOST_TEST((parse_sql("2026-11-23 21:05:07.5") == sample - 123456us + 500ms));
    BOOST_TEST((parse_sql("2024-02-29 00:00:00") == std::chrono::sys_days(std::chrono::year(2024) / 2 / 29)));
}

BOOST_AUTO_TEST_CASE(refuses_anything_else) {
    for (const char* bad :
         {"", "2026-11-23", "2026-11-23T21:05:07", "2026-02-30 00:00:00", "2026-13-01 00:00:00",
          "2026-11-23 24:00:00", "2026-11-23 21:05:07.", "2026-11-23 21:05:07.1234567",
          "2026-11-23 21:05:07Z", "2026-1-23 21:05:07", "-026-11-23 21:05:07", "now"})
        BOOST_TEST(!parse_sql(bad).has_value(), bad);
}

BOOST_AUTO_TEST_SUITE_END()
