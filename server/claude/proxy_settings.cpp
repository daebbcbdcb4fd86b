#include "server/claude/proxy_settings.hpp"

#include <algorithm>
#include <boost/algorithm/string/case_conv.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <charconv>
#include <cstdint>
#include <optional>
#include <stdexcept>

namespace examwright {

namespace ip = boost::asio::ip;

namespace {

std::invalid_argument unusable_proxy(const std::string& why) {
    return std::invalid_argument("HTTPS_PROXY " + why);
}

std::optional<ip::address> address_of(const std::string& text) {
    boost::system::error_code no_address;
    const auto address = ip::make_address(text, no_address);
    return no_address ? std::nullopt : std::optional(address);
}

bool in_network(const ip::address& address, const std::string& network) {
    boost::system::error_code none;
    if (address.is_v4()) {
        const auto range = ip::make_network_v4(network, none);
        return !none &&
               ip::network_v4(address.to_v4(), range.prefix_length()).canonical() == range.canonical();
    }
    const auto range = ip::make_network_v6(network, none);
    return !none && ip::network_v6(address.to_v6(), range.prefix_length()).canonical() == range.canonical();
}

/// Cuts ":443" off an entry; nothing where it names no port.
std::optional<std::string> cut_port(std::string& entry) {
    const auto colon = entry.rfind(':');
    const bool bracketed = entry.starts_with('[');
    const bool has_port = bracketed ? colon != entry.npos && entry[colon - 1] == ']'
                                    : std::count(entry.begin(), entry.end(), ':') == 1;
    std::optional<std::string> port;
    if (has_port) {
        port = entry.substr(colon + 1);
        entry.resize(colon);
    }
    if (bracketed && entry.ends_with(']'))
        entry = entry.substr(1, entry.size() - 2);
    return port;
}

std::string plain_name(std::string_view host) {
    auto name = boost::algorithm::to_lower_copy(std::string(host));
    if (name.ends_with('.'))
        name.pop_back();
    return name;
}

bool matches(std::string entry, const std::string& host, std::string_view port) {
    if (entry == "*")
        return true;
    const auto only_port = cut_port(entry);
    if (only_port && *only_port != port)
        return false;
    if (const auto address = address_of(host))
        return entry.find('/') == entry.npos ? address_of(entry) == address : in_network(*address, entry);
    entry = plain_name(entry);
    entry.erase(0, std::min(entry.find_first_not_of("*."), entry.size()));
    return !entry.empty() && (host == entry || host.ends_with("." + entry));
}

bool is_this_machine(const std::string& host) {
    const auto address = address_of(host);
    return host == "localhost" || host.ends_with(".localhost") || (address && address->is_loopback());
}

}  // namespace

proxy_address read_proxy_url(std::string_view url) {
    const std::string whole = url.find("://") == url.npos ? "http://" + std::string(url) : std::string(url);
    const auto parsed = boost::urls::parse_uri(whole);
    if (!parsed || parsed->host_address().empty())
        throw unusable_proxy("is no URL such as http://proxy.example:3128.");
    if (parsed->scheme_id() != boost::urls::scheme::http)
        throw unusable_proxy("must begin with http://: only such proxies are spoken to, not " +
                             std::string(parsed->scheme()) + ".");
    std::uint16_t number = 80;
    if (parsed->has_port() && !parsed->port().empty()) {
        const std::string port(parsed->port());
        const auto read = std::from_chars(port.data(), port.data() + port.size(), number);
        if (read.ec != std::errc() || number == 0)
            throw unusable_proxy("has a port that does not exist: " + port);
    }
    proxy_address proxy;
    proxy.host = parsed->host_address();
    proxy.port = std::to_string(number);
    if (parsed->has_userinfo())
        proxy.credentials = parsed->user() + ":" + parsed->password();
    return proxy;
}

bool goes_direct(std::string_view host, std::string_view port, std::string_view no_proxy) {
    const auto name = plain_name(host);
    if (is_this_machine(name))
        return true;
    constexpr std::string_view separators = ", \t";
    while (!no_proxy.empty()) {
        const auto end = std::min(no_proxy.find_first_of(separators), no_proxy.size());
        if (matches(std::string(no_proxy.substr(0, end)), name, port))
            return true;
        no_proxy.remove_prefix(std::min(end + 1, no_proxy.size()));
    }
    return false;
}

std::string without_credentials(std::string_view proxy_url) {
    const auto at = proxy_url.rfind('@');
    if (at == proxy_url.npos)
        return std::string(proxy_url);
    const auto scheme = proxy_url.find("://");
    const auto begin = scheme == proxy_url.npos || scheme > at ? 0 : scheme + 3;
    return std::string(proxy_url.substr(0, begin)) + "..." + std::string(proxy_url.substr(at));
}

}  // namespace examwright
