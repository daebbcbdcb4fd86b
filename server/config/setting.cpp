#include "server/config/setting.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <sstream>
#include <utility>
#include <vector>

namespace examwright {

namespace {

[[noreturn]] void refuse(const setting_name& name, const std::string& wanted, const std::string& text) {
    throw config_error(std::string(name.variable) + " must be " + wanted + ", not \"" + text + "\"");
}

std::int64_t whole_number(const setting_name& name, const std::string& text, std::int64_t least,
                          std::int64_t most) {
    std::size_t used = 0;
    std::int64_t value = -1;
    try {
        value = std::stoll(text, &used);
    } catch (const std::logic_error&) {
        used = 0;
    }
    if (used != text.size() || text.empty() || value < least || value > most)
        refuse(name, "a number from " + std::to_string(least) + " to " + std::to_string(most), text);
    return value;
}

double dollars(const setting_name& name, const std::string& text) {
    std::size_t used = 0;
    double value = 0;
    try {
        value = std::stod(text, &used);
    } catch (const std::logic_error&) {
        used = 0;
    }
    if (used != text.size() || !(value > 0) || value > 1e6)
        refuse(name, "an amount of US dollars above 0, such as 2.50", text);
    return value;
}

std::string address(const setting_name& name, const std::string& text) {
    if (text == "localhost")
        return "127.0.0.1";
    if (text.starts_with("unix:/"))
        return text;
    boost::system::error_code error;
    boost::asio::ip::make_address(text, error);
    if (error)
        refuse(name, "an IP address such as 127.0.0.1 or 0.0.0.0, or unix:/PATH", text);
    return text;
}

template <class Number>
std::string shown(const std::optional<Number>& amount) {
    std::ostringstream text;
    if (amount)
        text << *amount;
    return text.str();
}

}  // namespace

setting text_setting(setting_name name, field_of<std::string> field) {
    return {name, [field](const config& c) { return c.*field; },
            [field](config& c, const std::string& text) { c.*field = text; }};
}

setting secret_setting(setting_name name, field_of<std::string> field) {
    auto made = text_setting(name, field);
    made.secret = true;
    return made;
}

setting address_setting(setting_name name, field_of<std::string> field) {
    auto made = text_setting(name, field);
    made.set = [name, field](config& c, const std::string& text) { c.*field = address(name, text); };
    return made;
}

setting endpoint_setting(setting_name name, field_of<std::optional<boost::asio::ip::tcp::endpoint>> field) {
    return {name,
            [field](const config& c) {
                std::ostringstream text;
                if (c.*field)
                    text << *(c.*field);
                return text.str();
            },
            [name, field](config& c, const std::string& text) {
                const auto colon = text.rfind(':');
                auto host = colon == text.npos ? "" : text.substr(0, colon);
                if (host.starts_with('[') && host.ends_with(']'))
                    host = host.substr(1, host.size() - 2);
                boost::system::error_code error;
                const auto where = boost::asio::ip::make_address(
                    host.empty() || host == "localhost" ? "127.0.0.1" : host, error);
                if (error)
                    refuse(name, "an address with a port such as 127.0.0.1:9100, or a port", text);
                const auto port =
                    whole_number(name, text.substr(colon == text.npos ? 0 : colon + 1), 0, 65535);
                (c.*field).emplace(where, static_cast<std::uint16_t>(port));
            }};
}

setting path_setting(setting_name name, field_of<std::filesystem::path> field) {
    return {name, [field](const config& c) { return (c.*field).string(); },
            [field](config& c, const std::string& text) { c.*field = text; }};
}

setting choice_setting(setting_name name, field_of<std::string> field,
                       std::initializer_list<const char*> words) {
    const std::vector<std::string> known(words.begin(), words.end());
    auto made = text_setting(name, field);
    made.set = [name, field, known](config& c, const std::string& text) {
        std::string list;
        for (const auto& word : known)
            list += (list.empty() ? "" : ", ") + word;
        if (std::find(known.begin(), known.end(), text) == known.end())
            refuse(name, "one of " + list, text);
        c.*field = text;
    };
    return made;
}

setting switch_setting(setting_name name, field_of<bool> field) {
    setting made{name, [field](const config& c) { return c.*field ? "on" : "off"; },
                 [name, field](config& c, const std::string& text) {
                     if (text != "on" && text != "off")
                         refuse(name, "on or off", text);
                     c.*field = text == "on";
                 }};
    made.bare = "on";
    return made;
}

setting port_setting(setting_name name, field_of<std::uint16_t> field) {
    return {name, [field](const config& c) { return std::to_string(c.*field); },
            [name, field](config& c, const std::string& text) {
                c.*field = static_cast<std::uint16_t>(whole_number(name, text, 0, 65535));
            }};
}

setting number_setting(setting_name name, field_of<std::int64_t> field, std::int64_t least,
                       std::int64_t most) {
    return {name, [field](const config& c) { return std::to_string(c.*field); },
            [=](config& c, const std::string& text) { c.*field = whole_number(name, text, least, most); }};
}

setting number_setting(setting_name name, field_of<std::optional<std::int64_t>> field, std::int64_t least,
                       std::int64_t most) {
    return {name, [field](const config& c) { return shown(c.*field); },
            [=](config& c, const std::string& text) { c.*field = whole_number(name, text, least, most); }};
}

setting dollars_setting(setting_name name, field_of<std::optional<double>> field) {
    return {name, [field](const config& c) { return shown(c.*field); },
            [name, field](config& c, const std::string& text) { c.*field = dollars(name, text); }};
}

}  // namespace examwright
