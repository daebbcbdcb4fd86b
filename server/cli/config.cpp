#include "server/cli/config.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <boost/program_options/parsers.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include "core/price.hpp"
#include "server/claude/proxy_settings.hpp"

namespace examwright {

namespace po = boost::program_options;

namespace {

/// One row a setting: what --help, the environment and the flags are made from.
struct setting {
    const char* flag;  // nullptr: by the environment only, as flags are seen by every user of the machine
    const char* variable;
    const char* help;
    std::string (*get)(const config&);
    void (*set)(config&, const std::string&);
    bool secret = false;
    const char* also = nullptr;  // another variable, for where the first is not set
};

[[noreturn]] void refuse(const std::string& what) {
    throw config_error(what);
}

template <class Integer>
Integer integer_in(const std::string& text, std::int64_t least, std::int64_t most, const char* name) {
    std::size_t used = 0;
    std::int64_t value = -1;
    try {
        value = std::stoll(text, &used);
    } catch (const std::logic_error&) {
        used = 0;
    }
    if (used != text.size() || text.empty() || value < least || value > most)
        refuse(std::string(name) + " must be a number from " + std::to_string(least) + " to " +
               std::to_string(most) + ", not \"" + text + "\"");
    return static_cast<Integer>(value);
}

std::string one_of(const std::string& text, std::initializer_list<const char*> known, const char* name) {
    std::string list;
    for (const char* each : known) {
        if (text == each)
            return text;
        list += (list.empty() ? "" : ", ") + std::string(each);
    }
    refuse(std::string(name) + " must be one of " + list + ", not \"" + text + "\"");
}

std::optional<double> dollars(const std::string& text, const char* name) {
    std::size_t used = 0;
    double value = 0;
    try {
        value = std::stod(text, &used);
    } catch (const std::logic_error&) {
        used = 0;
    }
    if (used != text.size() || !(value > 0) || value > 1e6)
        refuse(std::string(name) + " must be an amount of US dollars above 0, such as 2.50, not \"" + text +
               "\"");
    return value;
}

template <class Number>
std::string shown(const std::optional<Number>& amount) {
    std::ostringstream text;
    if (amount)
        text << *amount;
    return text.str();
}

std::string address_of(const std::string& text) {
    if (text == "localhost")
        return "127.0.0.1";
    boost::system::error_code error;
    boost::asio::ip::make_address(text, error);
    if (error)
        refuse("EXAMWRIGHT_HOST must be an IP address such as 127.0.0.1 or 0.0.0.0, not \"" + text + "\"");
    return text;
}

const setting settings_table[] = {
    {"host", "EXAMWRIGHT_HOST", "address to listen on", [](const config& c) { return c.host; },
     [](config& c, const std::string& v) { c.host = address_of(v); }},
    {"port", "EXAMWRIGHT_PORT", "port to listen on; 0 takes a free one",
     [](const config& c) { return std::to_string(c.port); },
     [](config& c, const std::string& v) {
         c.port = integer_in<std::uint16_t>(v, 0, 65535, "EXAMWRIGHT_PORT");
     }},
    {"data", "EXAMWRIGHT_DATA", "folder of the database and the uploads",
     [](const config& c) { return c.data.string(); }, [](config& c, const std::string& v) { c.data = v; }},
    {"registration", "EXAMWRIGHT_REGISTRATION",
     "who may register: first (only the first account, the admin), open, closed",
     [](const config& c) { return c.registration; },
     [](config& c, const std::string& v) {
         c.registration = one_of(v, {"first", "open", "closed"}, "EXAMWRIGHT_REGISTRATION");
     }},
    {"engine", "EXAMWRIGHT_ENGINE", "auto (Claude with a key, else the offline author), claude, offline",
     [](const config& c) { return c.engine; },
     [](config& c, const std::string& v) {
         c.engine = one_of(v, {"auto", "claude", "offline"}, "EXAMWRIGHT_ENGINE");
     }},
    {"model", "EXAMWRIGHT_MODEL", "model to ask", [](const config& c) { return c.model; },
     [](config& c, const std::string& v) { c.model = v; }},
    {"effort", "EXAMWRIGHT_EFFORT", "how much the model thinks: low, medium, high",
     [](const config& c) { return c.effort; },
     [](config& c, const std::string& v) {
         c.effort = one_of(v, {"low", "medium", "high"}, "EXAMWRIGHT_EFFORT");
     }},
    {"max-characters", "EXAMWRIGHT_MAX_CHARACTERS", "characters of text a document may have",
     [](const config& c) { return std::to_string(c.max_characters); },
     [](config& c, const std::string& v) {
         c.max_characters = integer_in<std::int64_t>(v, 1000, 5'000'000, "EXAMWRIGHT_MAX_CHARACTERS");
     }},
    {"max-documents", "EXAMWRIGHT_MAX_DOCUMENTS", "documents that one user may keep",
     [](const config& c) { return shown(c.max_documents); },
     [](config& c, const std::string& v) {
         c.max_documents = integer_in<std::int64_t>(v, 1, 1'000'000, "EXAMWRIGHT_MAX_DOCUMENTS");
     }},
    {"max-bytes", "EXAMWRIGHT_MAX_BYTES", "bytes that one user's documents may have, as they were uploaded",
     [](const config& c) { return shown(c.max_bytes); },
     [](config& c, const std::string& v) {
         c.max_bytes = integer_in<std::int64_t>(v, 1, 1'000'000'000'000, "EXAMWRIGHT_MAX_BYTES");
     }},
    {"keep-uploads", "EXAMWRIGHT_KEEP_UPLOADS", "yes, or no: an uploaded file goes when it has been read",
     [](const config& c) { return c.keep_uploads; },
     [](config& c, const std::string& v) {
         c.keep_uploads = one_of(v, {"yes", "no"}, "EXAMWRIGHT_KEEP_UPLOADS");
     }},
    {"daily-budget-usd", "EXAMWRIGHT_DAILY_BUDGET_USD", "what all calls of a UTC day may cost",
     [](const config& c) { return shown(c.daily_budget); },
     [](config& c, const std::string& v) { c.daily_budget = dollars(v, "EXAMWRIGHT_DAILY_BUDGET_USD"); }},
    {"user-daily-budget-usd", "EXAMWRIGHT_USER_DAILY_BUDGET_USD",
     "what one user's calls of a UTC day may cost",
     [](const config& c) { return shown(c.user_daily_budget); },
     [](config& c, const std::string& v) {
         c.user_daily_budget = dollars(v, "EXAMWRIGHT_USER_DAILY_BUDGET_USD");
     }},
    {"sandbox", "EXAMWRIGHT_SANDBOX", "auto, or required: read documents only where the sandbox is in force",
     [](const config& c) { return c.sandbox; },
     [](config& c, const std::string& v) {
         c.sandbox = one_of(v, {"auto", "required"}, "EXAMWRIGHT_SANDBOX");
     }},
    {nullptr, "ANTHROPIC_API_KEY", "key of the Claude API", [](const config& c) { return c.api_key; },
     [](config& c, const std::string& v) { c.api_key = v; }, true},
    {"api-key-file", "ANTHROPIC_API_KEY_FILE", "file that holds the key instead",
     [](const config& c) { return c.api_key_file.string(); },
     [](config& c, const std::string& v) { c.api_key_file = v; }},
    {"base-url", "ANTHROPIC_BASE_URL", "server that speaks the Messages API",
     [](const config& c) { return c.base_url; }, [](config& c, const std::string& v) { c.base_url = v; }},
    {"api-key-header", "EXAMWRIGHT_API_KEY_HEADER", "how the key is sent: bearer, x-api-key",
     [](const config& c) { return c.key_header; },
     [](config& c, const std::string& v) {
         c.key_header = one_of(v, {"bearer", "x-api-key"}, "EXAMWRIGHT_API_KEY_HEADER");
     }},
    {"ca-file", "EXAMWRIGHT_CA_FILE", "certificates to trust besides the system's",
     [](const config& c) { return c.ca_file.string(); },
     [](config& c, const std::string& v) { c.ca_file = v; }},
    {nullptr, "HTTPS_PROXY", "proxy on the way to Claude",
     [](const config& c) { return without_credentials(c.proxy_url); },
     [](config& c, const std::string& v) { c.proxy_url = v; }, false, "https_proxy"},
    {nullptr, "NO_PROXY", "hosts that are called without it", [](const config& c) { return c.no_proxy; },
     [](config& c, const std::string& v) { c.no_proxy = v; }, false, "no_proxy"},
};

/// An empty value means the default, as an unset one does.
void apply(config& into, const setting& setting, const std::string& value) {
    if (!value.empty())
        setting.set(into, value);
}

std::string read_key_file(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::string key;
    if (!in || !(in >> key))
        refuse("ANTHROPIC_API_KEY_FILE names a file that can't be read or is empty: " + file.string());
    return key;
}

}  // namespace

po::options_description config_flags() {
    po::options_description options("Settings");
    for (const auto& setting : settings_table)
        if (setting.flag)
            options.add_options()(setting.flag, po::value<std::string>(), setting.help);
    return options;
}

config read_config(const std::vector<std::string>& arguments) {
    const auto options = config_flags();
    po::variables_map flags;
    try {
        po::store(po::command_line_parser(arguments).options(options).positional({}).run(), flags);
    } catch (const po::error& e) {
        refuse(e.what());
    }
    return read_config(flags);
}

config read_config(const po::variables_map& flags) {
    config result;
    for (const auto& setting : settings_table) {
        const char* from_environment = std::getenv(setting.variable);
        if (!from_environment && setting.also)
            from_environment = std::getenv(setting.also);
        if (setting.flag && flags.count(setting.flag))
            apply(result, setting, flags[setting.flag].as<std::string>());
        else if (from_environment)
            apply(result, setting, from_environment);
    }
    if (result.api_key.empty() && !result.api_key_file.empty())
        result.api_key = read_key_file(result.api_key_file);
    if (result.engine == "claude" && result.api_key.empty())
        refuse(
            "EXAMWRIGHT_ENGINE is claude, but there is no key: set ANTHROPIC_API_KEY or "
            "ANTHROPIC_API_KEY_FILE");
    const bool limited = result.daily_budget || result.user_daily_budget;
    if (limited && !result.offline() && !cost_usd(result.model, {}))
        refuse("A daily budget can't be kept: the prices of the model " + result.model + " are not known");
    return result;
}

std::string describe_config(const config& settings) {
    std::ostringstream out;
    for (const auto& setting : settings_table) {
        std::string value = setting.get(settings);
        if (value.empty())
            value = "not set";
        else if (setting.secret)
            value = "set, hidden";
        const std::string flag = setting.flag ? "--" + std::string(setting.flag) : "";
        std::string names = "  " + flag + (flag.empty() ? "" : ", ") + setting.variable;
        names.resize(std::max<std::size_t>(names.size() + 2, 46), ' ');
        out << names << setting.help << " [" << value << "]\n";
    }
    return out.str();
}

}  // namespace examwright
