#include "server/http/attachment.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <cstdio>

#include "core/text/ascii.hpp"
#include "core/text/clean_name.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

constexpr std::size_t longest_name = 100;  // bytes; file systems take 255, with the ending
constexpr std::string_view fallback = "test";

bool is_plain(char c) {
    return is_ascii_letter(c) || is_ascii_digit(c);
}

/// "CON" or "com1.x": Windows has no file of such a name.
bool is_device(std::string_view name) {
    const auto base = name.substr(0, name.find('.'));
    for (const std::string_view device : {"con", "prn", "aux", "nul"})
        if (boost::algorithm::iequals(base, device))
            return true;
    return base.size() == 4 && base[3] >= '0' && base[3] <= '9' &&
           (boost::algorithm::istarts_with(base, "com") || boost::algorithm::istarts_with(base, "lpt"));
}

std::string safe_name(std::string_view title) {
    std::string name = display_text(title);
    for (auto& c : name)
        if (std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos)
            c = '-';
    if (name.size() > longest_name)
        name.resize(code_point_start(name, longest_name));
    name.erase(name.find_last_not_of(". ") + 1);  // dropped by Windows
    name.erase(0, name.find_first_not_of(". "));
    if (name.empty())
        return std::string(fallback);
    return is_device(name) ? "_" + name : name;
}

/// Quotes and backslashes are gone already.
std::string ascii_name(std::string_view name) {
    std::string ascii;
    bool says_something = false;
    for (std::size_t i = 0; i < name.size(); i += decode_at(name, i).length) {
        const bool is_ascii = static_cast<unsigned char>(name[i]) < 0x80;
        // Some clients decode "%41" here, although they should not.
        ascii += is_ascii && name[i] != '%' ? name[i] : '_';
        says_something |= is_plain(name[i]);
    }
    return says_something ? ascii : std::string(fallback);
}

std::string percent_encoded(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (is_plain(c) || c == '-' || c == '.' || c == '_') {
            out += c;
            continue;
        }
        char code[4];
        std::snprintf(code, sizeof code, "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
        out += code;
    }
    return out;
}

}  // namespace

std::string attachment(std::string_view title, std::string_view ending) {
    const auto name = safe_name(title);
    std::string dot_ending(1, '.');
    dot_ending += ending;
    return "attachment; filename=\"" + ascii_name(name) + dot_ending + "\"; filename*=UTF-8''" +
           percent_encoded(name) + dot_ending;
}

}  // namespace examwright
