#include "server/http/site_policy.hpp"

#include <boost/test/unit_test.hpp>
#include <initializer_list>
#include <string>
#include <utility>

using namespace examwright;

namespace {

using fields = std::initializer_list<std::pair<const char*, const char*>>;

http_request request_from(const std::string& peer, fields headers) {
    http_request request;
    request.peer = peer;
    for (const auto& [name, value] : headers)
        request.headers.insert(name, value);
    return request;
}

examwright::site_policy trusting(const std::string& networks) {
    examwright::site_policy site;
    site.trusted_proxies = network_list::parse(networks).value();
    return site;
}

std::string client_of(const std::string& peer, fields headers, const std::string& trusted = "loopback") {
    return trusting(trusted).client_of(request_from(peer, headers));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(site_policy)

BOOST_AUTO_TEST_CASE(the_client_is_the_rightmost_address_that_is_no_trusted_proxy) {
    BOOST_TEST(client_of("192.0.2.1", {}) == "192.0.2.1");
    BOOST_TEST(client_of("192.0.2.1", {{"X-Forwarded-For", "198.51.100.7"}}) == "192.0.2.1");
    BOOST_TEST(client_of("127.0.0.1", {{"X-Forwarded-For", "203.0.113.9, 198.51.100.7"}}) == "198.51.100.7");
    BOOST_TEST(client_of("::ffff:127.0.0.1", {{"X-Forwarded-For", "::ffff:198.51.100.7"}}) == "198.51.100.7");
    BOOST_TEST(client_of("127.0.0.1", {{"X-Forwarded-For", "198.51.100.7"}}, "none") == "127.0.0.1");
    const char* trusted = "loopback 10.0.0.0/8";
    BOOST_TEST(client_of("127.0.0.1", {{"X-Forwarded-For", "203.0.113.9, 198.51.100.7, 10.1.2.3"}},
                         trusted) == "198.51.100.7");
    BOOST_TEST(client_of("10.9.9.9", {{"X-Forwarded-For", "10.1.2.3"}}, trusted) == "10.1.2.3");
}

BOOST_AUTO_TEST_CASE(all_lines_of_x_forwarded_for_count) {
    BOOST_TEST(client_of("127.0.0.1", {{"X-Forwarded-For", "203.0.113.9"},
                                       {"X-Forwarded-For", "198.51.100.7"}}) == "198.51.100.7");
    BOOST_TEST(client_of("127.0.0.1", {{"X-Forwarded-For", "198.51.100.7"},
                                       {"X-Forwarded-For", "127.0.0.1, [::1]:80"}}) == "198.51.100.7");
}

BOOST_AUTO_TEST_CASE(what_stands_before_a_hop_without_an_address_is_not_believed) {
    BOOST_TEST(client_of("127.0.0.1", {{"X-Forwarded-For", "203.0.113.9, unknown"}}) == "127.0.0.1");
    BOOST_TEST(client_of("127.0.0.1", {{"X-Forwarded-For", "203.0.113.9, x\"y, 127.0.0.2"}}) == "127.0.0.2");
    BOOST_TEST(client_of("127.0.0.1", {{"X-Forwarded-For", ", ,"}}) == "127.0.0.1");
}

BOOST_AUTO_TEST_CASE(forwarded_tells_the_same_where_the_other_header_is_not_there) {
    const char* chain =
        "for=203.0.113.9;proto=http, For=\"[2001:db8::7]:4711\";proto=https;host=exam.example.org";
    BOOST_TEST(client_of("127.0.0.1", {{"Forwarded", chain}}) == "2001:db8::7");
    BOOST_TEST(client_of("127.0.0.1", {{"Forwarded", chain}, {"X-Forwarded-For", "198.51.100.7"}}) ==
               "198.51.100.7");
    const auto request = request_from("127.0.0.1", {{"Forwarded", chain}, {"Host", "127.0.0.1:8000"}});
    BOOST_TEST(trusting("loopback").url_of(request).text() == "https://exam.example.org/");
}

BOOST_AUTO_TEST_CASE(the_public_address_is_the_owner_s_else_the_proxy_s_else_the_host) {
    auto site = trusting("loopback");
    const fields told{{"Host", "127.0.0.1:8000"},
                      {"X-Forwarded-Proto", "https"},
                      {"X-Forwarded-Host", "Exam.example.org:443"}};
    BOOST_TEST(site.url_of(request_from("127.0.0.1", told)).origin() == "https://exam.example.org");
    BOOST_TEST(site.url_of(request_from("192.0.2.1", told)).origin() == "http://127.0.0.1:8000");
    BOOST_TEST(site.url_of(request_from("192.0.2.1", {{"Host", "LAN:80"}})).origin() == "http://lan");
    site.url = read_public_url("https://example.org/exams/").value();
    BOOST_TEST(site.url_of(request_from("127.0.0.1", told)).text() == "https://example.org/exams/");
}

BOOST_AUTO_TEST_CASE(a_request_is_local_without_a_proxy_and_to_a_loopback_host) {
    const auto is_local = [](const std::string& peer, fields headers) {
        return trusting("none").is_local(request_from(peer, headers));
    };
    for (const char* host : {"127.0.0.1:8000", "localhost", "LOCALHOST:1", "[::1]:8000", "127.9.9.9"})
        BOOST_TEST(is_local("127.0.0.1", {{"Host", host}}), host);
    for (const char* host : {"exam.example.org", "localhost.example.org", "192.168.1.5:8000", "", "::1:8000"})
        BOOST_TEST(!is_local("127.0.0.1", {{"Host", host}}), host);
    BOOST_TEST(is_local("::1", {{"Host", "[::1]"}}));
    BOOST_TEST(!is_local("192.0.2.1", {{"Host", "127.0.0.1"}}));
    BOOST_TEST(!is_local("", {{"Host", "127.0.0.1"}}));  // of a Unix socket
    for (const char* header :
         {"X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Port", "Forwarded", "X-Real-IP", "Via",
          "CF-Connecting-IP", "True-Client-IP", "X-Client-IP", "Tailscale-User-Login"})
        BOOST_TEST(!is_local("127.0.0.1", {{"Host", "127.0.0.1"}, {header, "127.0.0.1"}}), header);
}

BOOST_AUTO_TEST_CASE(a_proxy_that_adds_no_header_is_told_by_what_it_passes_on) {
    const auto site = trusting("none");
    auto by_nginx = request_from("127.0.0.1", {{"Host", "127.0.0.1:8000"}});
    BOOST_TEST(site.is_local(by_nginx));
    by_nginx.version = 10;
    BOOST_TEST(!site.is_local(by_nginx));
    for (const char* header : {"Origin", "Referer"}) {
        const auto from = [&](const char* page) {
            return site.is_local(request_from("127.0.0.1", {{"Host", "127.0.0.1:8000"}, {header, page}}));
        };
        BOOST_TEST(from("http://127.0.0.1:8000"), header);
        BOOST_TEST(from("http://localhost:8000/"), header);
        BOOST_TEST(!from("https://exam.example.org"), header);
        BOOST_TEST(!from("null"), header);
    }
}

BOOST_AUTO_TEST_CASE(a_proxy_that_names_no_client_or_is_not_trusted_hides_it) {
    const auto hides = [](const std::string& peer, fields headers) {
        return trusting("loopback").hides_client(request_from(peer, headers));
    };
    BOOST_TEST(!hides("127.0.0.1", {}));
    BOOST_TEST(!hides("127.0.0.1", {{"X-Forwarded-For", "198.51.100.7"}}));
    BOOST_TEST(hides("127.0.0.1", {{"X-Forwarded-Proto", "https"}}));
    BOOST_TEST(hides("127.0.0.1", {{"X-Forwarded-For", "unknown"}}));
    BOOST_TEST(hides("172.17.0.2", {{"X-Forwarded-For", "198.51.100.7"}}));
    BOOST_TEST(hides("unix", {{"X-Forwarded-For", "198.51.100.7"}}));
    BOOST_TEST(!hides("198.51.100.7", {{"X-Forwarded-For", "203.0.113.9"}}));  // a stranger
}

BOOST_AUTO_TEST_CASE(on_loopback_no_foreign_name_is_answered_to) {
    examwright::site_policy site;
    BOOST_TEST(site.answers_to("rebound.example.org"));
    site.loopback_alone = true;
    for (const char* host : {"127.0.0.1", "localhost:8000", "localhost.", "[::1]:8000"})
        BOOST_TEST(site.answers_to(host), host);
    for (const char* host : {"rebound.example.org", "192.168.1.5", "0.0.0.0:8000", ""})
        BOOST_TEST(!site.answers_to(host), host);
    site.url = read_public_url("https://exam.example.org").value();
    BOOST_TEST(site.answers_to("EXAM.example.org:443"));
    BOOST_TEST(!site.answers_to("rebound.example.org"));
}

BOOST_AUTO_TEST_CASE(sec_fetch_site_tells_else_origin_which_site_s_page_asks) {
    const auto other = [](fields headers) {
        auto request = request_from("192.0.2.1", headers);
        request.headers.insert("Host", "lan:8000");
        return examwright::site_policy().from_other_site(request);
    };
    BOOST_TEST((other({{"Sec-Fetch-Site", "same-origin"}, {"Origin", "http://evil"}}) == false));
    BOOST_TEST((other({{"Sec-Fetch-Site", "none"}}) == false));
    for (const char* from : {"cross-site", "same-site", "anything"})
        BOOST_TEST((other({{"Sec-Fetch-Site", from}, {"Origin", "http://lan:8000"}}) == true));
    BOOST_TEST((other({{"Origin", "http://lan:8000"}}) == false));
    BOOST_TEST((other({{"Origin", "HTTP://LAN:8000"}}) == false));
    for (const char* from : {"http://lan", "https://lan:8000", "http://lan:8001", "null"})
        BOOST_TEST((other({{"Origin", from}}) == true), from);
    BOOST_TEST((other({}) == std::nullopt));
}

BOOST_AUTO_TEST_CASE(networks_and_addresses_that_can_t_be_read_are_refused) {
    for (const char* text :
         {"10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/x", "example.org", "none 10.0.0.1"})
        BOOST_TEST(!network_list::parse(text), text);
    const auto list = network_list::parse("10.0.0.0/9, 2001:db8::/33,192.0.2.7 unix").value();
    const auto holds = [&](const char* address) {
        return list.contains(boost::asio::ip::make_address(address));
    };
    BOOST_TEST((holds("10.127.255.255") && !holds("10.128.0.0") && holds("::ffff:10.1.1.1")));
    BOOST_TEST((holds("2001:db8:7fff::1") && !holds("2001:db8:8000::1")));
    BOOST_TEST((holds("192.0.2.7") && !holds("192.0.2.8") && !holds("127.0.0.1")));
    BOOST_TEST(list.contains_unix_peers());
    for (const char* text : {"exam.example.org", "ftp://a", "https://", "https://a/?b", "https://a/#b",
                             "https://u@a", "https://a//b"})
        BOOST_TEST(!read_public_url(text), text);
}

BOOST_AUTO_TEST_SUITE_END()
