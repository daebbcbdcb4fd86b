#include "server/http/router.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;
using boost::beast::http::verb;

namespace {

route entry(verb method, std::string_view pattern) {
    return {method, pattern, route_access::open, route_body::small, "", nullptr};
}

const examwright::router& table() {
    static const examwright::router routes({
        entry(verb::get, "/"),
        entry(verb::get, "/tests"),
        entry(verb::post, "/tests/generate"),
        entry(verb::get, "/tests/{id}"),
        entry(verb::delete_, "/tests/{id}"),
        entry(verb::get, "/tests/{id}/status"),
        entry(verb::patch, "/tests/{id}/questions/{qid}"),
    });
    return routes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(router)

BOOST_AUTO_TEST_CASE(a_path_finds_its_route_and_values) {
    struct {
        verb method;
        const char* path;
        const char* pattern;
        std::vector<std::string> values;
    } const cases[] = {
        {verb::get, "/", "/", {}},
        {verb::get, "/tests", "/tests", {}},
        {verb::post, "/tests/generate", "/tests/generate", {}},
        {verb::get, "/tests/generate", "/tests/{id}", {"generate"}},
        {verb::get, "/tests/5", "/tests/{id}", {"5"}},
        {verb::head, "/tests/5", "/tests/{id}", {"5"}},
        {verb::delete_, "/tests/{id}", "/tests/{id}", {"{id}"}},
        {verb::get, "/tests/5/status", "/tests/{id}/status", {"5"}},
        {verb::patch, "/tests/5/questions/7 8", "/tests/{id}/questions/{qid}", {"5", "7 8"}},
    };
    for (const auto& [method, path, pattern, values] : cases) {
        const auto match = table().find(method, path);
        BOOST_TEST_REQUIRE(match.found != nullptr, path);
        BOOST_TEST(match.found->pattern == pattern);
        BOOST_TEST(match.path_values == values, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(an_unknown_path_finds_nothing) {
    for (const char* path : {"", "tests", "/tests/", "/test", "/testsx", "/tests/5/", "/tests//status", "//",
                             "/tests/5/questions", "/tests/5/status/6", "/Tests"}) {
        const auto match = table().find(verb::get, path);
        BOOST_TEST(match.found == nullptr, path);
        BOOST_TEST(match.allow.empty(), path);
    }
}

BOOST_AUTO_TEST_CASE(a_known_path_tells_what_it_takes) {
    const auto wrong = table().find(verb::put, "/tests/5");
    BOOST_TEST(wrong.found == nullptr);
    BOOST_TEST(wrong.allow == "GET, HEAD, DELETE, OPTIONS");
    BOOST_TEST(table().find(verb::options, "/tests/generate").allow == "POST, GET, HEAD, DELETE, OPTIONS");
    BOOST_TEST(table().find(verb::head, "/tests/5/questions/6").allow == "PATCH, OPTIONS");
    BOOST_TEST(table().find(verb::unknown, "/").allow == "GET, HEAD, OPTIONS");
}

BOOST_AUTO_TEST_SUITE_END()
