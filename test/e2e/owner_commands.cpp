// health, config check, and generate on what can be read once only
#include <signal.h>

#include <boost/test/unit_test.hpp>
#include <string>

#include "test/support/command_run.hpp"
#include "test/support/installation.hpp"
#include "test/support/sample_text.hpp"

using namespace examwright::test;

BOOST_AUTO_TEST_SUITE(owner_commands)

BOOST_AUTO_TEST_CASE(health_tells_whether_the_server_answers) {
    installation server("");
    const auto port = std::to_string(server.port());
    const auto well = run_command({"health"}, {{"EXAMWRIGHT_PORT", port}});
    BOOST_TEST(well.exit_code == 0, well.errors);
    BOOST_TEST(well.output.find("version") != std::string::npos);
    BOOST_TEST(run_command({"health", "--host", "0.0.0.0", "--port", port}).exit_code == 0);
    server.stop(SIGTERM);
    const auto gone = run_command({"health", "--port", port});
    BOOST_TEST(gone.exit_code == 1);
    BOOST_TEST(gone.errors == "examwright health: the server was not reached: Connection refused\n");
    BOOST_TEST(run_command({"health", "--port", "none"}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(config_check_names_everything_that_can_not_be_used) {
    const auto fine = run_command({"config", "check"}, {{"EXAMWRIGHT_PORT", "0"}});
    BOOST_TEST(fine.exit_code == 0, fine.errors);
    struct row {
        const char* variable;
        const char* value;
        const char* told;
    };
    const row rows[] = {
        {"EXAMWRIGHT_PORT", "many", "EXAMWRIGHT_PORT"},
        {"EXAMWRIGHT_MODLE", "claude", "EXAMWRIGHT_MODLE is no setting"},
        {"ANTHROPIC_BASE_URL", "api.example.org", "ANTHROPIC_BASE_URL is no URL"},
        {"EXAMWRIGHT_CA_FILE", "/nonexistent/ca.pem", "ca.pem"},
        {"EXAMWRIGHT_CALLS_AT_ONCE", "65", "EXAMWRIGHT_CALLS_AT_ONCE"},
        {"EXAMWRIGHT_DATA", "/dev/null", "no folder"},
    };
    for (const auto& [variable, value, told] : rows) {
        const auto run = run_command({"config", "check"}, {{variable, value}});
        BOOST_TEST(run.exit_code == 1, variable);
        BOOST_TEST(run.errors.find(told) != std::string::npos, run.errors);
    }
    BOOST_TEST(run_command({"config"}).exit_code == 2);
    BOOST_TEST(run_command({"config", "check", "--no-such-flag"}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(config_check_names_all_at_once) {
    const auto run = run_command({"config", "check"}, {{"EXAMWRIGHT_PORT", "many"},
                                                       {"EXAMWRIGHT_MODLE", "claude"},
                                                       {"EXAMWRIGHT_ENGINE", "claude"},
                                                       {"EXAMWRIGHT_LOGIN_HEADER", "Remote-Email"},
                                                       {"EXAMWRIGHT_DATA", "/dev/null"}});
    BOOST_TEST(run.exit_code == 1);
    for (const auto* told : {"EXAMWRIGHT_PORT must", "EXAMWRIGHT_MODLE is no setting", "there is no key",
                             "EXAMWRIGHT_LOGIN_HEADER lets", "/dev/null is no folder"})
        BOOST_TEST(run.errors.find(told) != std::string::npos, run.errors);
}

BOOST_AUTO_TEST_CASE(generate_reads_standard_input_and_pipes) {
    const auto from_input = run_command({"generate", "-", "-n", "3"}, {}, sample_text(3));
    BOOST_TEST(from_input.exit_code == 0, from_input.errors);
    const auto from_pipe = run_command({"generate", "/dev/stdin", "-n", "3"}, {}, sample_text(3));
    BOOST_TEST(from_pipe.exit_code == 0, from_pipe.errors);
    const auto nothing = run_command({"generate", "-"}, {}, "");
    BOOST_TEST(nothing.exit_code == 1);
    BOOST_TEST(!nothing.errors.empty());
}

BOOST_AUTO_TEST_SUITE_END()
