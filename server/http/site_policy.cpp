#include "server/http/site_policy.hpp"

#include <algorithm>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/field.hpp>

#include "server/http/forwarded.hpp"

namespace examwright {

namespace http = boost::beast::http;
namespace ip = boost::asio::ip;

namespace {

std::string_view field(const http_request& request, std::string_view name) {
    const auto value = request.headers[name];
    return {value.data(), value.size()};
}

constexpr std::string_view forwarding_headers[] = {"Forwarded",         "X-Forwarded-For", "X-Forwarded-Host",
                                                   "X-Forwarded-Proto", "X-Real-IP",       "Via"};

std::optional<ip::address> peer_address(const http_request& request) {
    boost::system::error_code error;
    const auto address = ip::make_address(request.peer, error);
    return error ? std::nullopt : std::optional(without_mapping(address));
}

/// RFC 1918 and RFC 4193, and loopback.
bool is_private(const ip::address& address) {
    static const auto networks =
        network_list::parse("loopback 10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 fc00::/7").value();
    return networks.contains(address);
}

}  // namespace

bool site_policy::trusts_peer(const http_request& request) const {
    const auto peer = peer_address(request);
    return peer ? trusted_proxies.contains(*peer) : trusted_proxies.contains_unix_peers();
}

std::string site_policy::client_of(const http_request& request) const {
    const auto peer = peer_address(request);
    if (!trusts_peer(request))
        return peer ? peer->to_string() : request.peer;
    auto client = peer;
    const auto hops = forwarded_addresses(request.headers);
    for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
        if (!*hop)  // nobody's address: what stands before it can't be believed
            break;
        client = without_mapping(**hop);
        if (!trusted_proxies.contains(*client))
            break;
    }
    return client ? client->to_string() : request.peer;
}

bool site_policy::hides_client(const http_request& request) const {
    const auto is_there = [&](std::string_view name) { return request.headers.count(name) > 0; };
    if (std::ranges::none_of(forwarding_headers, is_there))
        return false;
    if (!trusts_peer(
            request)) {  // a stranger may write such headers; a proxy stands on our side of the network
        const auto peer = peer_address(request);
        return !peer || is_private(*peer);
    }
    const auto hops = forwarded_addresses(request.headers);
    return hops.empty() || !hops.back();
}

bool site_policy::is_local(const http_request& request) const {
    for (const auto name : forwarding_headers)
        if (request.headers.count(name) > 0)
            return false;
    const auto peer = peer_address(request);
    return peer && peer->is_loopback() && is_loopback_host(host_of(field(request, "Host")));
}

public_url site_policy::url_of(const http_request& request) const {
    if (url)
        return *url;
    public_url found;
    std::string_view authority = field(request, "Host");
    const auto told = trusts_peer(request) ? forwarded_origin(request.headers) : forwarded_site{};
    if (told.scheme == "https")
        found.scheme = "https";
    if (!told.host.empty())
        authority = told.host;
    found.authority = normalized_authority(found.scheme, authority);
    return found;
}

bool site_policy::answers_to(std::string_view authority) const {
    if (!loopback_alone)
        return true;
    const auto host = host_of(authority);
    return is_loopback_host(host) || (url && boost::beast::iequals(host, host_of(url->authority)));
}

std::optional<bool> site_policy::from_other_site(const http_request& request) const {
    if (const auto from = field(request, "Sec-Fetch-Site"); !from.empty())
        return from != "same-origin" && from != "none";
    if (const auto origin = field(request, "Origin"); !origin.empty())
        return origin != url_of(request).origin();
    return std::nullopt;
}

}  // namespace examwright
