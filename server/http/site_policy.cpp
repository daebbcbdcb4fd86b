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

/// Headers that a proxy or a CDN adds, whatever it is, and programs on this machine do not.
bool is_of_proxy(std::string_view name) {
    constexpr std::string_view starts[] = {"X-Forwarded-", "X-Original-", "X-Real-",  "X-Client-",
                                           "X-Cluster-",   "X-Envoy-",    "X-Azure-", "X-Amz",
                                           "X-Arr-",       "CF-",         "Fly-",     "Tailscale-"};
    constexpr std::string_view names[] = {"Forwarded", "Via", "True-Client-IP", "Client-IP", "CDN-Loop"};
    const auto begins = [&](std::string_view start) {
        return boost::beast::iequals(name.substr(0, start.size()), start);
    };
    const auto is_name = [&](std::string_view known) { return boost::beast::iequals(name, known); };
    return std::ranges::any_of(starts, begins) || std::ranges::any_of(names, is_name);
}

/// The scheme and authority of "https://exam.example.org:443/page"; no authority for what is no such address.
public_url address_in(std::string_view text) {
    public_url found;
    found.scheme = boost::beast::iequals(text.substr(0, 8), "https://") ? "https" : "http";
    const auto begin = found.scheme.size() + 3;
    if (!boost::beast::iequals(text.substr(0, begin), found.scheme + "://"))
        return found;
    text.remove_prefix(begin);
    found.authority = normalized_authority(found.scheme, text.substr(0, text.find_first_of("/?#")));
    return found;
}

/// Whether the request tells of no page, or of one of this machine's.
bool is_of_local_page(const http_request& request) {
    for (const auto name : {"Origin", "Referer"})
        if (const auto page = field(request, name);
            !page.empty() && !is_loopback_host(host_of(address_in(page).authority)))
            return false;
    return true;
}

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
    const auto hops = forwarded_addresses(request.headers);
    if (hops.empty() || !trusts_peer(request))
        return request.peer;
    auto client = peer_address(request);
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
    for (const auto& header : request.headers)
        if (is_of_proxy(header.name_string()))
            return false;
    // nginx says nothing of its clients unless it is told to, but speaks HTTP/1.0, as nobody else does.
    if (request.version < 11 || !is_of_local_page(request))
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
        return address_in(origin).origin() != url_of(request).origin();
    return std::nullopt;
}

}  // namespace examwright
