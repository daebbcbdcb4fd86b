#include "server/claude/base_url.hpp"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

using namespace examwright;

BOOST_AUTO_TEST_SUITE(base_url)

BOOST_AUTO_TEST_CASE(where_a_request_goes) {
    struct row {
        const char* url;
        bool encrypted;
        const char* host;
        const char* port;
        const char* target;
        const char* authority;
    };
    const row rows[] = {
        {"https://api.anthropic.com", true, "api.anthropic.com", "443", "/v1/messages", "api.anthropic.com"},
        {"HTTPS://api.anthropic.com/", true, "api.anthropic.com", "443", "/v1/messages", "api.anthropic.com"},
        {"https://api.anthropic.com/v1", true, "api.anthropic.com", "443", "/v1/messages",
         "api.anthropic.com"},
        {"https://proxy.example:8443/claude/", true, "proxy.example", "8443", "/claude/v1/messages",
         "proxy.example:8443"},
        {"https://proxy.example/claude/v1//", true, "proxy.example", "443", "/claude/v1/messages",
         "proxy.example"},
        {"https://api.anthropic.com/v1/messages", true, "api.anthropic.com", "443", "/v1/messages",
         "api.anthropic.com"},
        {"http://localhost:4000/claude/v1/messages/", false, "localhost", "4000", "/claude/v1/messages",
         "localhost:4000"},
        {"https://proxy.example:/xv1", true, "proxy.example", "443", "/xv1/v1/messages", "proxy.example"},
        {"http://localhost:11434", false, "localhost", "11434", "/v1/messages", "localhost:11434"},
        {"http://127.0.0.1", false, "127.0.0.1", "80", "/v1/messages", "127.0.0.1"},
        {"http://[::1]:9000", false, "::1", "9000", "/v1/messages", "[::1]:9000"},
        {"http://192.168.1.20:8080", false, "192.168.1.20", "8080", "/v1/messages", "192.168.1.20:8080"},
        {"http://ollama:11434", false, "ollama", "11434", "/v1/messages", "ollama:11434"},
        {"http://host.docker.internal:11434", false, "host.docker.internal", "11434", "/v1/messages",
         "host.docker.internal:11434"},
        {"http://nas.local", false, "nas.local", "80", "/v1/messages", "nas.local"},
    };
    for (const auto& [url, encrypted, host, port, target, authority] : rows) {
        BOOST_TEST_CONTEXT(url) {
            const auto address = read_base_url(url);
            BOOST_TEST(address.encrypted == encrypted);
            BOOST_TEST(address.host == host);
            BOOST_TEST(address.port == port);
            BOOST_TEST(address.target == target);
            BOOST_TEST(address.authority() == authority);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_can_not_be_called_is_told_in_a_sentence) {
    const std::pair<const char*, const char*> rows[] = {
        {"", "is no URL such as"},
        {"api.anthropic.com", "is no URL such as"},
        {"localhost:8000", "is no URL such as"},
        {"https:/api.anthropic.com", "is no URL such as"},
        {"https://", "names no host"},
        {"https://a%0D%0Ab", "names no host"},
        {"ftp://example.org", "must begin with https://"},
        {"http://api.anthropic.com", "Use https://"},
        {"http://8.8.8.8", "Use https://"},
        {"http://local.example.org", "Use https://"},
        {"http://172.32.0.1", "Use https://"},
        {"https://example.org:99999", "port that does not exist"},
        {"https://example.org?key=1", "nothing behind its path"},
    };
    for (const auto& [url, part] : rows) {
        BOOST_TEST_INFO(url);
        const std::string expected = part;
        const auto says = [&](const std::invalid_argument& e) {
            return std::string(e.what()).find(expected) != std::string::npos;
        };
        BOOST_CHECK_EXCEPTION(read_base_url(url), std::invalid_argument, says);
    }
}

BOOST_AUTO_TEST_CASE(a_password_in_it_is_not_shown) {
    const auto hides = [](const std::invalid_argument& e) {
        return std::string(e.what()).find("hidden") == std::string::npos;
    };
    BOOST_CHECK_EXCEPTION(read_base_url("https://me:hidden@example.org"), std::invalid_argument, hides);
}

BOOST_AUTO_TEST_SUITE_END()
