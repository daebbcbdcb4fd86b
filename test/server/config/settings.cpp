#include "server/config/settings.hpp"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "server/config/settings_help.hpp"
#include "test/support/temporary_folder.hpp"

using namespace examwright;

namespace {

/// The lines of README.md's table below this heading.
std::string readme_table(const std::string& heading) {
    std::ifstream in(EXAMWRIGHT_SOURCE_DIR "/README.md");
    std::string table, line;
    while (std::getline(in, line) && line != heading) {
    }
    while (std::getline(in, line) && !line.starts_with("## "))
        if (line.starts_with("|"))
            table += line + "\n";
    return table;
}

const setting& setting_of(const std::string& variable) {
    for (const auto& setting : all_settings())
        if (setting.name.variable == variable)
            return setting;
    throw std::runtime_error("no setting " + variable);
}

config with(const std::string& variable, const std::string& value) {
    config settings;
    setting_of(variable).set(settings, value);
    return settings;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(settings)

BOOST_AUTO_TEST_CASE(the_readme_tells_what_the_help_tells) {
    BOOST_TEST(readme_table("## Settings") == settings_as_markdown(),
               "README.md's table of settings is not that of the program. Put there what "
               "`examwright serve --help-markdown` prints:\n"
                   << settings_as_markdown());
}

BOOST_AUTO_TEST_CASE(every_setting_has_a_name_of_its_own_and_a_meaning_that_fits_a_table) {
    std::set<std::string> names;
    for (const auto& setting : all_settings()) {
        BOOST_TEST(names.insert(setting.name.variable).second);
        if (setting.name.flag)
            BOOST_TEST(names.insert(setting.name.flag).second);
        const std::string meaning = setting.name.meaning;
        BOOST_TEST(!meaning.empty());
        BOOST_TEST(meaning.find_first_of("|\n") == meaning.npos);
    }
}

/// So that what --help shows can be given back.
BOOST_AUTO_TEST_CASE(every_default_is_a_value_that_can_be_set) {
    for (const auto& setting : all_settings()) {
        config settings;
        const auto shown = setting.get(settings);
        if (shown.empty())
            continue;
        setting.set(settings, shown);
        BOOST_TEST(setting.get(settings) == shown);
    }
}

BOOST_AUTO_TEST_CASE(what_can_not_be_used_is_refused_with_the_name_of_the_variable) {
    const std::pair<const char*, const char*> wrong[] = {
        {"EXAMWRIGHT_HOST", "example.org"},
        {"EXAMWRIGHT_PORT", "65536"},
        {"EXAMWRIGHT_PORT", "80a"},
        {"EXAMWRIGHT_PORT", "-1"},
        {"EXAMWRIGHT_MAX_DOCUMENTS", "0"},
        {"EXAMWRIGHT_MAX_CHARACTERS", "99999999999999999999"},
        {"EXAMWRIGHT_REGISTRATION", "everyone"},
        {"EXAMWRIGHT_DAILY_BUDGET_USD", "-1"},
        {"EXAMWRIGHT_DAILY_BUDGET_USD", "nan"},
        {"EXAMWRIGHT_USER_DAILY_BUDGET_USD", "2 dollars"},
        {"EXAMWRIGHT_LOG_JSON", "yes"},
    };
    for (const auto& [variable, value] : wrong)
        BOOST_CHECK_EXCEPTION(with(variable, value), config_error, [&](const config_error& error) {
            const std::string what = error.what();
            return what.starts_with(variable) && what.find("\"" + std::string(value) + "\"") != what.npos;
        });
}

BOOST_AUTO_TEST_CASE(a_value_is_shown_as_it_was_set) {
    const std::pair<const char*, const char*> right[] = {
        {"EXAMWRIGHT_HOST", "::1"},          {"EXAMWRIGHT_PORT", "0"},
        {"EXAMWRIGHT_MAX_BYTES", "1000000"}, {"EXAMWRIGHT_DAILY_BUDGET_USD", "2.5"},
        {"EXAMWRIGHT_LOG_JSON", "on"},       {"EXAMWRIGHT_CA_FILE", "/etc/ca.pem"},
    };
    for (const auto& [variable, value] : right)
        BOOST_TEST(setting_of(variable).get(with(variable, value)) == value);
    BOOST_TEST(with("EXAMWRIGHT_HOST", "localhost").host == "127.0.0.1");
}

BOOST_AUTO_TEST_CASE(an_empty_key_file_holds_no_key) {
    const test::temporary_folder folder;
    const auto file = (folder.path() / "key").string();
    BOOST_CHECK_THROW(read_config({"--api-key-file", file}), config_error);  // not there: surely a mistake
    std::ofstream(file).close();
    BOOST_TEST(read_config({"--api-key-file", file}).offline());
    BOOST_CHECK_THROW(read_config({"--api-key-file", file, "--engine", "claude"}), config_error);
    std::ofstream(file) << "sk-of-a-file\n";
    BOOST_TEST(read_config({"--api-key-file", file}).api_key == "sk-of-a-file");
}

BOOST_AUTO_TEST_CASE(help_shows_no_secret) {
    config settings;
    settings.api_key = "sk-secret";
    settings.proxy_url = "http://me:hunter2@proxy.example:3128";
    const auto help = describe_config(settings);
    BOOST_TEST(help.find("sk-secret") == help.npos);
    BOOST_TEST(help.find("hunter2") == help.npos);
    BOOST_TEST(help.find("[set, hidden]") != help.npos);
    BOOST_TEST(help.find("@proxy.example:3128") != help.npos);
}

BOOST_AUTO_TEST_SUITE_END()
