#include "server/http/conditional_get.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace examwright;
using boost::beast::http::verb;

namespace {

/// The status of a 200 with this tag, to a client that has what it names.
unsigned status_for(const std::string& if_none_match, const std::string& tag = "\"a,b\"",
                    verb method = verb::get, unsigned status = 200) {
    http_request request;
    request.method = method;
    request.headers.insert("If-None-Match", if_none_match);
    http_response response{status, "application/json", "{}", {{"ETag", tag}}};
    apply_if_none_match(request, response);
    BOOST_TEST(response.body.empty() == (response.status == 304));
    BOOST_TEST(response.content_type.empty() == (response.status == 304));
    BOOST_TEST(response.headers.size() == 1u);
    return response.status;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(conditional_get)

BOOST_AUTO_TEST_CASE(a_tag_that_is_named_is_known) {
    for (const char* known : {"\"a,b\"", "W/\"a,b\"", "*", "\"x\", \"a,b\"", "W/\"x\",W/\"a,b\" , \"y\"",
                              ", ,\"a,b\"", "\"\",\"a,b\""})
        BOOST_TEST(status_for(known) == 304u, known);
    BOOST_TEST(status_for("\"a\"", "W/\"a\"") == 304u);
}

BOOST_AUTO_TEST_CASE(any_other_is_not) {
    for (const char* other : {"", "\"a\"", "a,b", "\"a,b", "w/\"a,b\"", "\"x\" a,b \"a,b", "*, \"x\"", "**",
                              "\"A,B\"", "W/", "W/*", "\"a\", b\""})
        BOOST_TEST(status_for(other) == 200u, other);
}

BOOST_AUTO_TEST_CASE(several_fields_are_one_list) {
    http_request request;
    request.headers.insert("If-None-Match", "\"x\"");
    request.headers.insert("if-none-match", "\"a\"");
    http_response response{200, "", "", {{"ETag", "\"a\""}}};
    apply_if_none_match(request, response);
    BOOST_TEST(response.status == 304u);
}

BOOST_AUTO_TEST_CASE(only_what_reads_successfully_is_spared) {
    BOOST_TEST(status_for("*", "\"a\"", verb::head) == 304u);
    BOOST_TEST(status_for("*", "\"a\"", verb::post) == 200u);
    BOOST_TEST(status_for("*", "\"a\"", verb::get, 404) == 404u);
    http_request request;
    request.headers.insert("If-None-Match", "*");
    http_response untagged{200, "text/plain", "text", {}};
    apply_if_none_match(request, untagged);
    BOOST_TEST(untagged.status == 200u);
}

BOOST_AUTO_TEST_SUITE_END()
