#include "server/claude/proxy_settings.hpp"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(proxy_settings)

BOOST_AUTO_TEST_CASE(where_a_proxy_is) {
    struct row {
        const char* url;
        const char* host;
        const char* port;
        const char* credentials;
    };
    const row rows[] = {
        {"http://proxy.example:3128", "proxy.example", "3128", ""},
        {"http://proxy.example:3128/", "proxy.example", "3128", ""},
        {"proxy.example:3128", "proxy.example", "3128", ""},
        {"http://proxy.example", "proxy.example", "80", ""},
        {"http://[::1]:3128", "::1", "3128", ""},
        {"http://me:secret@10.1.2.3:8080", "10.1.2.3", "8080", "me:secret"},
        {"me:p%40ss%3Aword@proxy:8080", "proxy", "8080", "me:p@ss:word"},
        {"http://me@proxy:8080", "proxy", "8080", "me:"},
    };
    for (const auto& [url, host, port, credentials] : rows) {
        BOOST_TEST_CONTEXT(url) {
            const auto proxy = read_proxy_url(url);
            BOOST_TEST(proxy.host == host);
            BOOST_TEST(proxy.port == port);
            BOOST_TEST(proxy.credentials == credentials);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_proxy_is_told_without_its_password) {
    for (const auto* url :
         {"", "http://", "http://me:hidden@", "https://me:hidden@proxy:3128", "socks5://me:hidden@proxy:1080",
          "http://me:hidden@proxy:99999", "http://me:hidden@proxy:0", "http://me:hidden@a b"}) {
        BOOST_TEST_INFO(url);
        const auto says = [](const std::invalid_argument& e) {
            const std::string sentence = e.what();
            return sentence.starts_with("HTTPS_PROXY ") && sentence.find("hidden") == sentence.npos;
        };
        BOOST_CHECK_EXCEPTION(read_proxy_url(url), std::invalid_argument, says);
    }
}

BOOST_AUTO_TEST_CASE(what_is_called_without_the_proxy) {
    struct row {
        const char* host;
        const char* no_proxy;
        bool direct;
    };
    const row rows[] = {
        {"api.anthropic.com", "", false},
        {"api.anthropic.com", "*", true},
        {"api.anthropic.com", "anthropic.com", true},
        {"api.anthropic.com", ".anthropic.com", true},
        {"api.anthropic.com", "*.anthropic.com", true},
        {"api.anthropic.com", "API.Anthropic.com.", true},
        {"API.anthropic.com.", "anthropic.com", true},
        {"anthropic.com", ".anthropic.com", true},
        {"panthropic.com", "anthropic.com", false},
        {"api.anthropic.com", "example.org, anthropic.com", true},
        {"api.anthropic.com", "example.org anthropic.com", true},
        {"api.anthropic.com", "example.org,,", false},
        {"api.anthropic.com", ".", false},
        {"api.anthropic.com", "anthropic.com:443", true},
        {"api.anthropic.com", "anthropic.com:8443", false},
        {"10.1.2.3", "10.1.2.3", true},
        {"10.1.2.3", "2.3", false},
        {"10.1.2.3", "10.0.0.0/8", true},
        {"11.1.2.3", "10.0.0.0/8", false},
        {"10.1.2.3", "10.1.2.0/24:443", true},
        {"10.1.2.3", "10.0.0.0/99", false},
        {"10.1.2.3", "fd00::/8", false},
        {"fd00::1", "fd00::/8", true},
        {"fe00::1", "fd00::/8", false},
        {"fd00::1", "[fd00::1]:443", true},
        {"fd00::1", "[fd00::1]", true},
        {"fd00::1", "fd00:0::1", true},
        {"localhost", "", true},
        {"models.localhost", "", true},
        {"127.0.0.1", "", true},
        {"127.8.9.1", "", true},
        {"::1", "", true},
        {"api.anthropic.com", "[:,[,]:,/", false},
    };
    for (const auto& [host, no_proxy, direct] : rows)
        BOOST_TEST(goes_direct(host, "443", no_proxy) == direct, host << " with NO_PROXY=" << no_proxy);
}

BOOST_AUTO_TEST_CASE(what_is_shown_of_it) {
    BOOST_TEST(without_credentials("http://me:se@cret@proxy:3128") == "http://...@proxy:3128");
    BOOST_TEST(without_credentials("me:secret@proxy:3128") == "...@proxy:3128");
    BOOST_TEST(without_credentials("http://proxy:3128") == "http://proxy:3128");
    BOOST_TEST(without_credentials("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
