#include "server/config/settings_help.hpp"

#include <algorithm>
#include <sstream>

#include "server/config/settings.hpp"

namespace examwright {

namespace {

std::string names_of(const setting& setting) {
    const std::string flag = setting.name.flag ? "--" + std::string(setting.name.flag) + ", " : "";
    return "  " + flag + setting.name.variable;
}

}  // namespace

std::string describe_config(const config& settings) {
    std::size_t widest = 0;
    for (const auto& setting : all_settings())
        widest = std::max(widest, names_of(setting).size());
    std::ostringstream out;
    for (const auto& setting : all_settings()) {
        std::string value = setting.get(settings);
        if (value.empty())
            value = "not set";
        else if (setting.secret)
            value = "set, hidden";
        auto names = names_of(setting);
        names.resize(widest + 2, ' ');
        out << names << setting.name.meaning << " [" << value << "]\n";
    }
    return out.str();
}

std::string settings_as_markdown() {
    std::ostringstream out;
    out << "| variable | flag | meaning | default |\n|---|---|---|---|\n";
    const config defaults;
    for (const auto& setting : all_settings()) {
        const auto value = setting.get(defaults);
        out << "| `" << setting.name.variable << "` | "
            << (setting.name.flag ? "`--" + std::string(setting.name.flag) + "`" : "") << " | "
            << setting.name.meaning << " | " << (value.empty() ? "none" : "`" + value + "`") << " |\n";
    }
    return out.str();
}

}  // namespace examwright
