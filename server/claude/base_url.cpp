#include "server/claude/base_url.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <charconv>
#include <cstdint>
#include <stdexcept>
#include <string_view>

#include "core/text/ascii.hpp"
#include "core/text/words.hpp"

namespace examwright {

namespace {

bool is_private(const boost::asio::ip::address& address) {
    if (address.is_loopback())
        return true;
    if (address.is_v6())
        return address.to_v6().is_link_local() || (address.to_v6().to_bytes()[0] & 0xfe) == 0xfc;
    const auto bytes = address.to_v4().to_bytes();
    return bytes[0] == 10 || (bytes[0] == 192 && bytes[1] == 168) ||
           (bytes[0] == 172 && (bytes[1] & 0xf0) == 16);
}

/// A name without a dot is one of this machine or network, such as localhost, and so is one under a domain
/// that the internet never has: RFC 6761, 6762 and 8375; "internal" is reserved by ICANN since 2024.
bool is_local(const std::string& host) {
    boost::system::error_code no_address;
    const auto address = boost::asio::ip::make_address(host, no_address);
    if (!no_address)
        return is_private(address);
    constexpr std::string_view domains[] = {".localhost", ".local", ".home.arpa", ".internal"};
    return host.find('.') == host.npos || ends_with_any(host, domains);
}

std::invalid_argument unusable(const std::string& why) {
    return std::invalid_argument("ANTHROPIC_BASE_URL " + why);
}

std::string host_of(const boost::urls::url_view& url) {
    std::string host(url.host_address());
    const auto plain = [](char c) { return is_ascii_letter(c) || is_ascii_digit(c) || is_one_of(c, "-._:"); };
    if (host.empty() || !std::all_of(host.begin(), host.end(), plain))
        throw unusable("names no host that can be called.");
    return host;
}

std::string port_of(const boost::urls::url_view& url, bool encrypted) {
    std::string port(url.port());
    if (port.empty())
        return encrypted ? "443" : "80";
    std::uint16_t number = 0;  // Boost.URL 1.81 has no 0 for a number too large
    const auto parsed = std::from_chars(port.data(), port.data() + port.size(), number);
    if (parsed.ec != std::errc() || number == 0)
        throw unusable("has a port that does not exist: " + port);
    return port;
}

/// A base that ends in a slash, in the version or in the whole path means the same as one without.
std::string target_of(const boost::urls::url_view& url) {
    std::string path(url.encoded_path());
    while (path.ends_with('/'))
        path.pop_back();
    if (path.ends_with("/v1/messages"))
        return path;
    return path + (path.ends_with("/v1") ? "/messages" : "/v1/messages");
}

}  // namespace

std::string api_address::authority() const {
    const bool plain_port = port == (encrypted ? "443" : "80");
    const std::string name = host.find(':') == host.npos ? host : "[" + host + "]";
    return plain_port ? name : name + ":" + port;
}

api_address read_base_url(std::string_view url) {
    const auto parsed = boost::urls::parse_uri(url);
    if (!parsed || !parsed->has_authority())
        throw unusable("is no URL such as https://api.anthropic.com.");
    if (parsed->has_userinfo())  // not shown: it may hold a secret
        throw unusable("may hold no user name or password. The key goes into ANTHROPIC_API_KEY.");
    if (parsed->has_query() || parsed->has_fragment())
        throw unusable("may hold nothing behind its path: " + std::string(url));
    api_address address;
    address.encrypted = parsed->scheme_id() == boost::urls::scheme::https;
    if (!address.encrypted && parsed->scheme_id() != boost::urls::scheme::http)
        throw unusable("must begin with https:// or http://: " + std::string(url));
    address.host = host_of(*parsed);
    if (!address.encrypted && !is_local(address.host))
        throw unusable(
            "may be http:// only for a server of this machine or network, as the key would travel in the "
            "clear. Use https://: " +
            std::string(url));
    address.port = port_of(*parsed, address.encrypted);
    address.target = target_of(*parsed);
    return address;
}

}  // namespace examwright
