#include "server/claude/base_url.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <stdexcept>

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

/// A name without a dot is one of this machine or network, such as localhost.
bool is_local(const std::string& host) {
    boost::system::error_code no_address;
    const auto address = boost::asio::ip::make_address(host, no_address);
    return no_address ? host.find('.') == host.npos : is_private(address);
}

}  // namespace

std::string api_address::authority() const {
    const bool plain_port = port == (encrypted ? "443" : "80");
    const std::string name = host.find(':') == host.npos ? host : "[" + host + "]";
    return plain_port ? name : name + ":" + port;
}

api_address read_base_url(std::string_view url) {
    const std::string text(url);
    const auto parsed = boost::urls::parse_uri(text);
    if (!parsed || parsed->host().empty())
        throw std::invalid_argument("ANTHROPIC_BASE_URL is no URL such as https://api.anthropic.com: " +
                                    text);
    const std::string scheme(parsed->scheme());
    api_address address;
    address.encrypted = scheme == "https";
    if (!address.encrypted && scheme != "http")
        throw std::invalid_argument("ANTHROPIC_BASE_URL must begin with https:// or http://: " + text);
    address.host = std::string(parsed->host_address());
    address.port = parsed->has_port() ? std::string(parsed->port()) : address.encrypted ? "443" : "80";
    if (!address.encrypted && !is_local(address.host))
        throw std::invalid_argument(
            "ANTHROPIC_BASE_URL may be http:// only for a server of this machine or network, as the key "
            "would "
            "travel in the clear. Use https://: " +
            text);
    std::string path(parsed->encoded_path());
    while (!path.empty() && path.back() == '/')
        path.pop_back();
    const bool has_version = path.size() >= 3 && path.compare(path.size() - 3, 3, "/v1") == 0;
    address.target = path + (has_version ? "/messages" : "/v1/messages");
    return address;
}

}  // namespace examwright
