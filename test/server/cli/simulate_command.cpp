#include "server/cli/simulate_command.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/test/unit_test.hpp>
#include <iostream>
#include <sstream>

namespace asio = boost::asio;

namespace {

/// Takes a stream's output while it lives.
class captured {
  public:
    explicit captured(std::ostream& stream) : stream_(stream), before_(stream.rdbuf(text_.rdbuf())) {}
    ~captured() { stream_.rdbuf(before_); }
    captured(const captured&) = delete;
    captured& operator=(const captured&) = delete;
    std::string text() const { return text_.str(); }

  private:
    std::ostringstream text_;
    std::ostream& stream_;
    std::streambuf* before_;
};

int run(const std::vector<std::string>& arguments, std::string& error) {
    captured errors(std::cerr);
    const int code = examwright::simulate_command(arguments);
    error = errors.text();
    return code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(simulate_command)

BOOST_AUTO_TEST_CASE(wrong_use_is_told_in_a_sentence) {
    std::string error;
    BOOST_TEST(run({"--fail", "500,boom@3"}, error) == 2);
    BOOST_TEST(error.find("boom@3") != error.npos);
    BOOST_TEST(run({"--port", "99999"}, error) == 2);
    BOOST_TEST(run({"--port", "-1"}, error) == 2);
    BOOST_TEST(run({"--latency-ms=-1"}, error) == 2);
    BOOST_TEST(run({"--surprise"}, error) == 2);
    BOOST_TEST(error.find("--surprise") != error.npos);
    BOOST_TEST(error.find("examwright simulate --help") != error.npos);
}

BOOST_AUTO_TEST_CASE(help_holds_the_grammar_of_the_rules) {
    captured out(std::cout);
    BOOST_TEST(examwright::simulate_command({"--help"}) == 0);
    for (const auto* word :
         {"429", "reset", "half", "hang", "malformed", "max_tokens", "refusal", "wrong_key", "@WHEN"})
        BOOST_TEST(out.text().find(word) != std::string::npos, word);
}

BOOST_AUTO_TEST_CASE(a_port_in_use_ends_it) {
    asio::io_context context;
    asio::ip::tcp::acceptor other(context, {asio::ip::address_v4::loopback(), 0});
    std::string error;
    captured out(std::cout);
    BOOST_TEST(run({"--port", std::to_string(other.local_endpoint().port())}, error) == 1);
    BOOST_TEST(!error.empty());
    BOOST_TEST(out.text().empty());
}

BOOST_AUTO_TEST_SUITE_END()
