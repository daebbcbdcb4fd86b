#include "server/runtime/metrics.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <ctime>
#include <string>

#include "server/runtime/process_metrics.hpp"

using namespace examwright;

namespace {

constexpr std::array bounds{0.1, 1.0};

/// The value after "name " at the start of a line.
double value_of(const std::string& text, const std::string& name) {
    const auto at = text.find("\n" + name + " ");
    BOOST_TEST_REQUIRE(at != text.npos, name);
    return std::stod(text.substr(at + name.size() + 2));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(metrics)

BOOST_AUTO_TEST_CASE(a_family_is_told_with_its_samples) {
    exposition out;
    out.family("things_total", "counter", "Things seen.");
    out.sample(3, {{"kind", "a"}, {"of", "b"}});
    out.sample(12345678901.0, {{"kind", "quote \" slash \\ line \n {}"}});
    out.gauge("level", "How full.", 0.0005);
    BOOST_TEST(std::move(out).text() ==
               "# HELP things_total Things seen.\n"
               "# TYPE things_total counter\n"
               "things_total{kind=\"a\",of=\"b\"} 3\n"
               "things_total{kind=\"quote \\\" slash \\\\ line \\n {}\"} 12345678901\n"
               "# HELP level How full.\n"
               "# TYPE level gauge\n"
               "level 0.0005\n");
}

BOOST_AUTO_TEST_CASE(a_histogram_counts_from_below) {
    histogram times(bounds);
    for (const double seconds : {0.05, 0.1, 0.5, 7.0})
        times.observe(seconds);
    exposition out;
    out.family("time_seconds", "histogram", "Time.");
    out.sample(times, {{"route", "/a"}});
    out.sample(histogram(bounds));
    BOOST_TEST(std::move(out).text() ==
               "# HELP time_seconds Time.\n"
               "# TYPE time_seconds histogram\n"
               "time_seconds_bucket{route=\"/a\",le=\"0.1\"} 2\n"
               "time_seconds_bucket{route=\"/a\",le=\"1\"} 3\n"
               "time_seconds_bucket{route=\"/a\",le=\"+Inf\"} 4\n"
               "time_seconds_sum{route=\"/a\"} 7.65\n"
               "time_seconds_count{route=\"/a\"} 4\n"
               "time_seconds_bucket{le=\"0.1\"} 0\n"
               "time_seconds_bucket{le=\"1\"} 0\n"
               "time_seconds_bucket{le=\"+Inf\"} 0\n"
               "time_seconds_sum 0\n"
               "time_seconds_count 0\n");
}

BOOST_AUTO_TEST_CASE(the_process_tells_of_itself) {
    exposition out;
    write_process_metrics(out);
    const auto text = std::move(out).text();
    const auto now = static_cast<double>(std::time(nullptr));
    const double start = value_of(text, "process_start_time_seconds");
    BOOST_TEST(start <= now + 1);
    BOOST_TEST(start > now - 3600);
    BOOST_TEST(value_of(text, "process_resident_memory_bytes") > 1e6);
    BOOST_TEST(value_of(text, "process_virtual_memory_bytes") >
               value_of(text, "process_resident_memory_bytes"));
    BOOST_TEST(value_of(text, "process_open_fds") >= 3);
    BOOST_TEST(value_of(text, "process_max_fds") > value_of(text, "process_open_fds"));
    BOOST_TEST(value_of(text, "process_cpu_seconds_total") >= 0);
}

BOOST_AUTO_TEST_SUITE_END()
