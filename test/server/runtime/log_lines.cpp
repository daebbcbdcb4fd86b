#include "server/runtime/log.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>
#include <optional>
#include <thread>
#include <vector>

#include "test/support/log_pipe.hpp"

using namespace examwright;
using namespace examwright::test;
using namespace std::string_literals;
namespace json = boost::json;

namespace {

/// A line without the time at its front, after a look at that.
std::string without_time(const std::string& line) {
    BOOST_TEST_REQUIRE(line.size() > 25u);
    BOOST_TEST((line[4] == '-' && line[10] == 'T' && line[19] == '.' && line[23] == 'Z'), line);
    return line.substr(25);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(log_lines)

BOOST_AUTO_TEST_CASE(a_line_has_time_level_message_and_fields) {
    log_pipe pipe;
    logger log(log_level::info, logger::format::text, pipe.write_end());
    log.info("job ended",
             {{"test", "a b"}, {"id", "5-6"}, {"calls", 8}, {"ms", 1.5}, {"ok", true}, {"none", ""}});
    log.write(log_level::debug, "not told");
    log.error("bad");
    BOOST_TEST(without_time(pipe.line()) ==
               "info job ended test=\"a b\" id=5-6 calls=8 ms=1.5 ok=true none=\"\"");
    BOOST_TEST(without_time(pipe.line()) == "error bad");
}

BOOST_AUTO_TEST_CASE(no_value_begins_a_line_or_a_field_of_its_own) {
    log_pipe pipe;
    logger log(log_level::info, logger::format::text, pipe.write_end());
    log.info("a\nb",
             {{"x", "1\n2026 error forged"}, {"y", "a=b"}, {"z", "\"\\\x1b[31m"}, {"c1", "\xC2\x9B"}});
    BOOST_TEST(without_time(pipe.line()) ==
               "info a\\u000ab x=\"1\\u000a2026 error forged\" y=\"a=b\" "
               "z=\"\\\"\\\\\\u001b[31m\" c1=\"\\u009b\"");
}

BOOST_AUTO_TEST_CASE(json_lines_can_be_parsed_whatever_they_hold) {
    log_pipe pipe;
    logger log(log_level::info, logger::format::json, pipe.write_end());
    std::string all;
    for (int c = 0; c < 256; ++c)
        all += static_cast<char>(c);
    log.warning(all, {{"bytes", all},
                      {"nan", std::nan("")},
                      {"inf", std::numeric_limits<double>::infinity()},
                      {"least", std::numeric_limits<std::int64_t>::min()},
                      {"tiny", 1e-300},
                      {"no", false}});
    log.info("plain", {{"text", "\xC3\xA9\"\n"}, {"cut", "\xC3"}});
    const auto odd = json::parse(pipe.line()).as_object();
    BOOST_TEST(odd.at("level") == "warning");
    BOOST_TEST(odd.at("bytes").as_string().starts_with(json::string_view("\0\1\2", 3)));
    BOOST_TEST(odd.at("nan").is_null());
    BOOST_TEST(odd.at("inf").is_null());
    BOOST_TEST(odd.at("least") == std::numeric_limits<std::int64_t>::min());
    BOOST_TEST(odd.at("no") == false);
    const auto plain = json::parse(pipe.line()).as_object();
    BOOST_TEST(plain.at("message") == "plain");
    BOOST_TEST(plain.at("text") == "\xC3\xA9\"\n");
    BOOST_TEST(plain.at("cut") == "\xEF\xBF\xBD");
    BOOST_TEST(plain.at("time").as_string().size() == 24u);
}

BOOST_AUTO_TEST_CASE(a_slow_reader_costs_lines_and_is_told_how_many) {
    log_pipe pipe;
    logger log(log_level::info, logger::format::text, pipe.write_end());
    std::uint64_t written = 0;
    for (; log.dropped() < 100; ++written)  // returns, though nobody reads
        log.info("line", {{"number", written}});
    const auto dropped = log.dropped();
    std::uint64_t next = 0;
    std::string line = pipe.line();
    for (; line.find("dropped") == line.npos; line = pipe.line())
        BOOST_TEST_REQUIRE(without_time(line) == "info line number=" + std::to_string(next++));
    BOOST_TEST(next == written - dropped);
    BOOST_TEST(without_time(line) == "warning log lines were dropped count=" + std::to_string(dropped));
    log.info("after");
    BOOST_TEST(without_time(pipe.line()) == "info after");
}

BOOST_AUTO_TEST_CASE(the_end_writes_what_is_queued) {
    log_pipe pipe;
    {
        logger log(log_level::info, logger::format::text, pipe.write_end());
        for (int i = 0; i < 500; ++i)
            log.info("line", {{"number", i}});
    }
    for (int i = 0; i < 500; ++i)
        BOOST_TEST(without_time(pipe.line()) == "info line number=" + std::to_string(i));
}

BOOST_AUTO_TEST_CASE(the_end_does_not_wait_for_a_reader_that_takes_nothing) {
    log_pipe pipe;
    logger log(log_level::info, logger::format::text, pipe.write_end());
    while (log.dropped() == 0)  // a wait for each of its lines would take a quarter of an hour
        log.info("line");
}

BOOST_AUTO_TEST_CASE(a_reader_that_goes_does_not_end_the_program) {
    log_pipe pipe;
    {
        logger log(log_level::info, logger::format::text, pipe.write_end());
        log.info("read");
        pipe.line();
        pipe.close_reader();
        log.info("into the void");
    }
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(lines_of_several_threads_stay_whole) {
    log_pipe pipe;
    std::optional<logger> log(std::in_place, log_level::info, logger::format::json, pipe.write_end());
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&log, t] {
            for (int i = 0; i < 200; ++i)
                log->info("line", {{"thread", t}, {"number", i}});
        });
    int next[4] = {};
    for (int i = 0; i < 800; ++i) {
        const auto line = json::parse(pipe.line()).as_object();
        BOOST_TEST(line.at("number") == next[line.at("thread").as_int64()]++);
    }
    for (auto& thread : threads)
        thread.join();
}

BOOST_AUTO_TEST_SUITE_END()
