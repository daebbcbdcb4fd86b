#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>

#include "server/config/config.hpp"

namespace examwright {

/// How a setting is called, and what it is for: one line for --help and README.md alike.
struct setting_name {
    const char* flag;  // nullptr: by the environment only, as flags are seen by every user of the machine
    const char* variable;
    const char* meaning;
};

/// One setting: what --help, the environment, the flags and README.md's table are made from. Its default is
/// what a config is born with.
struct setting {
    setting_name name;
    std::function<std::string(const config&)> get;              // "" for what is not set
    std::function<void(config&, const std::string& text)> set;  // config_error for what can't be used
    bool secret = false;
    const char* also = nullptr;  // another variable, for where the first is not set
    const char* bare = nullptr;  // what the flag means without a value; nullptr: it must have one
};

template <class Value>
using field_of = Value config::*;

/// Any text.
setting text_setting(setting_name name, field_of<std::string> field);
/// A text that no help shows.
setting secret_setting(setting_name name, field_of<std::string> field);
/// An IP address and a port, or a port alone on 127.0.0.1.
setting endpoint_setting(setting_name name, field_of<std::optional<boost::asio::ip::tcp::endpoint>> field);
/// An IP address, or unix:/PATH; "localhost" will do.
setting address_setting(setting_name name, field_of<std::string> field);
setting path_setting(setting_name name, field_of<std::filesystem::path> field);
/// One of these words.
setting choice_setting(setting_name name, field_of<std::string> field,
                       std::initializer_list<const char*> words);
/// "on" or "off"; the bare flag is "on".
setting switch_setting(setting_name name, field_of<bool> field);
/// A whole number from least to most.
setting port_setting(setting_name name, field_of<std::uint16_t> field);
setting number_setting(setting_name name, field_of<std::int64_t> field, std::int64_t least,
                       std::int64_t most);
setting number_setting(setting_name name, field_of<std::optional<std::int64_t>> field, std::int64_t least,
                       std::int64_t most);
/// An amount of US dollars above 0, a million at most.
setting dollars_setting(setting_name name, field_of<std::optional<double>> field);

}  // namespace examwright
