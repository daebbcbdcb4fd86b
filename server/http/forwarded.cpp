#include "server/http/forwarded.hpp"

#include <algorithm>
#include <boost/algorithm/string/case_conv.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <locale>
#include <string_view>
#include <utility>

namespace examwright {

namespace {

using header_fields = boost::beast::http::fields;

std::string trimmed(std::string_view text) {
    return boost::algorithm::trim_copy(std::string(text), std::locale::classic());
}

/// Splits at a separator that stands in no quoted string. A quote that does not end, which only a client can
/// have sent, hides nothing that a proxy has added.
std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts(1);
    const bool quotes = std::ranges::count(text, '"') % 2 == 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (quotes && text[i] == '"')
            quoted = !quoted;
        if (text[i] == separator && !quoted) {
            parts.emplace_back();
            continue;
        }
        parts.back() += text[i];
        if (quoted && text[i] == '\\' && i + 1 < text.size())
            parts.back() += text[++i];
    }
    for (auto& part : parts)
        part = trimmed(part);
    return parts;
}

/// The elements of a list header, all its lines in order.
std::vector<std::string> elements(const header_fields& headers, std::string_view name) {
    std::vector<std::string> all;
    const auto [begin, end] = headers.equal_range(name);
    for (auto line = begin; line != end; ++line)
        for (auto& each : split({line->value().data(), line->value().size()}, ','))
            if (!each.empty())
                all.push_back(std::move(each));
    return all;
}

/// The value of one parameter of an element of Forwarded; "" where it has none.
std::string parameter(const std::string& element, std::string_view wanted) {
    for (const auto& pair : split(element, ';')) {
        const auto equals = pair.find('=');
        if (equals == pair.npos)
            continue;
        const auto name =
            boost::algorithm::to_lower_copy(trimmed(pair.substr(0, equals)), std::locale::classic());
        if (name != wanted)
            continue;
        auto value = trimmed(pair.substr(equals + 1));
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
            value = value.substr(1, value.size() - 2);
        return value;
    }
    return {};
}

/// Reads "192.0.2.1", "192.0.2.1:80", "2001:db8::1" and "[2001:db8::1]:80".
std::optional<boost::asio::ip::address> read_address(std::string text) {
    if (text.starts_with('['))
        text = text.substr(1, text.find(']') - 1);
    else if (const auto colon = text.find(':'); colon != text.npos && text.find(':', colon + 1) == text.npos)
        text.resize(colon);
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(text, error);
    return error ? std::nullopt : std::optional(address);
}

}  // namespace

std::vector<std::optional<boost::asio::ip::address>> forwarded_addresses(const header_fields& headers) {
    std::vector<std::optional<boost::asio::ip::address>> addresses;
    for (auto& each : elements(headers, "X-Forwarded-For"))
        addresses.push_back(read_address(std::move(each)));
    if (!addresses.empty())
        return addresses;
    for (const auto& each : elements(headers, "Forwarded"))
        addresses.push_back(read_address(parameter(each, "for")));
    return addresses;
}

forwarded_site forwarded_origin(const header_fields& headers) {
    forwarded_site site;
    if (auto schemes = elements(headers, "X-Forwarded-Proto"); !schemes.empty())
        site.scheme = std::move(schemes.back());
    if (auto hosts = elements(headers, "X-Forwarded-Host"); !hosts.empty())
        site.host = std::move(hosts.back());
    if (const auto hops = elements(headers, "Forwarded"); !hops.empty()) {
        if (site.scheme.empty())
            site.scheme = parameter(hops.back(), "proto");
        if (site.host.empty())
            site.host = parameter(hops.back(), "host");
    }
    boost::algorithm::to_lower(site.scheme, std::locale::classic());
    return site;
}

}  // namespace examwright
