#include "server/config/config.hpp"

#include <boost/program_options/parsers.hpp>
#include <cstdlib>
#include <fstream>
#include <utility>

#include "core/claude/price.hpp"
#include "server/config/command_line.hpp"
#include "server/config/settings.hpp"

namespace examwright {

namespace po = boost::program_options;

namespace {

[[noreturn]] void refuse(const std::string& what) {
    throw config_error(what);
}

/// Tools that read an env file literally keep the quotes around a value.
std::string without_quotes(std::string value) {
    const bool quoted =
        value.size() >= 2 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'');
    return quoted ? value.substr(1, value.size() - 2) : value;
}

/// What the flags, else the environment, say of a setting; "" for the default.
std::string given(const setting& setting, const po::variables_map& flags) {
    if (setting.name.flag && flags.count(setting.name.flag))
        return flags[setting.name.flag].as<std::string>();
    const char* from_environment = std::getenv(setting.name.variable);
    if (!from_environment && setting.also)
        from_environment = std::getenv(setting.also);
    return from_environment ? without_quotes(from_environment) : "";
}

/// An empty file holds no key: the Debian package makes one for the owner to fill.
std::string read_key_file(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in || std::filesystem::is_directory(file))
        refuse("ANTHROPIC_API_KEY_FILE names a file that can't be read: " + file.string());
    std::string key;
    in >> key;
    return without_quotes(key);
}

void require_key(const config& settings) {
    if (settings.engine == "claude" && settings.api_key.empty())
        refuse(
            "EXAMWRIGHT_ENGINE is claude, but there is no key: set ANTHROPIC_API_KEY or "
            "ANTHROPIC_API_KEY_FILE");
}

void require_named_proxies(const config& settings, const po::variables_map& flags) {
    const bool names_proxies = flags.count("trusted-proxies") || std::getenv("EXAMWRIGHT_TRUSTED_PROXIES");
    if (!settings.login_header.empty() && !names_proxies)
        refuse(
            "EXAMWRIGHT_LOGIN_HEADER lets a proxy say who somebody is: name that proxy in "
            "EXAMWRIGHT_TRUSTED_PROXIES, loopback for one on this machine");
}

void require_known_prices(const config& settings) {
    const bool limited = settings.daily_budget || settings.user_daily_budget;
    if (limited && !settings.offline() && !cost_usd(settings.model, {}))
        refuse("A daily budget can't be kept: the prices of the model " + settings.model + " are not known");
}

}  // namespace

po::options_description config_flags() {
    po::options_description options("Settings");
    for (const auto& setting : all_settings()) {
        if (!setting.name.flag)
            continue;
        auto value = po::value<std::string>();
        if (setting.bare)
            value->implicit_value(setting.bare);
        options.add_options()(setting.name.flag, value, setting.name.meaning);
    }
    return options;
}

config read_config(const std::vector<std::string>& arguments) {
    const auto options = config_flags();
    po::variables_map flags;
    try {
        po::command_line_parser parser(arguments);
        po::store(parser.options(options).positional({}).style(command_line_style).run(), flags);
    } catch (const po::error& e) {
        refuse(e.what());
    }
    return read_config(flags);
}

config_reading check_config(const po::variables_map& flags) {
    config_reading read;
    auto& settings = read.settings;
    const auto attempt = [&](const auto& step) {
        try {
            step();
        } catch (const config_error& error) {
            read.problems.emplace_back(error.what());
        }
    };
    for (const auto& setting : all_settings())
        if (const auto value = given(setting, flags); !value.empty())
            attempt([&] { setting.set(settings, value); });
    if (settings.api_key.empty() && !settings.api_key_file.empty())
        attempt([&] { settings.api_key = read_key_file(settings.api_key_file); });
    attempt([&] { require_key(settings); });
    attempt([&] { require_named_proxies(settings, flags); });
    attempt([&] { require_known_prices(settings); });
    return read;
}

config read_config(const po::variables_map& flags) {
    auto read = check_config(flags);
    if (!read.problems.empty())
        refuse(read.problems.front());
    return std::move(read.settings);
}

}  // namespace examwright
