#include "server/config/config.hpp"

#include <boost/program_options/parsers.hpp>
#include <cstdlib>
#include <fstream>

#include "core/claude/price.hpp"
#include "server/config/command_line.hpp"
#include "server/config/settings.hpp"

namespace examwright {

namespace po = boost::program_options;

namespace {

[[noreturn]] void refuse(const std::string& what) {
    throw config_error(what);
}

/// An empty value means the default, as an unset one does.
void apply(config& into, const setting& setting, const std::string& value) {
    if (!value.empty())
        setting.set(into, value);
}

/// Tools that read an env file literally keep the quotes around a value.
std::string without_quotes(std::string value) {
    const bool quoted =
        value.size() >= 2 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'');
    return quoted ? value.substr(1, value.size() - 2) : value;
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

config read_config(const po::variables_map& flags) {
    config result;
    for (const auto& setting : all_settings()) {
        const char* from_environment = std::getenv(setting.name.variable);
        if (!from_environment && setting.also)
            from_environment = std::getenv(setting.also);
        if (setting.name.flag && flags.count(setting.name.flag))
            apply(result, setting, flags[setting.name.flag].as<std::string>());
        else if (from_environment)
            apply(result, setting, without_quotes(from_environment));
    }
    if (result.api_key.empty() && !result.api_key_file.empty())
        result.api_key = read_key_file(result.api_key_file);
    if (result.engine == "claude" && result.api_key.empty())
        refuse(
            "EXAMWRIGHT_ENGINE is claude, but there is no key: set ANTHROPIC_API_KEY or "
            "ANTHROPIC_API_KEY_FILE");
    const bool names_proxies = flags.count("trusted-proxies") || std::getenv("EXAMWRIGHT_TRUSTED_PROXIES");
    if (!result.login_header.empty() && !names_proxies)
        refuse(
            "EXAMWRIGHT_LOGIN_HEADER lets a proxy say who somebody is: name that proxy in "
            "EXAMWRIGHT_TRUSTED_PROXIES, loopback for one on this machine");
    const bool limited = result.daily_budget || result.user_daily_budget;
    if (limited && !result.offline() && !cost_usd(result.model, {}))
        refuse("A daily budget can't be kept: the prices of the model " + result.model + " are not known");
    return result;
}

}  // namespace examwright
