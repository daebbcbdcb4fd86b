#pragma once

#include <boost/asio/ip/address.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/message.hpp"
#include "server/http/network_list.hpp"
#include "server/http/public_url.hpp"

namespace examwright {

/// What the server knows of its place in the network, and what follows for a request: who sent it, by which
/// address its browser knows us, and whether a page of another site made it.
class site_policy {
  public:
    network_list trusted_proxies = network_list::loopback();
    std::optional<public_url> url;  // as the owner set it
    std::uint16_t port = 0;         // that it listens on
    bool loopback_alone = false;    // it listens on a loopback address alone

    /// Returns the client's address: of all X-Forwarded-For lines (or else of Forwarded) the rightmost one
    /// that is no trusted proxy, where the peer is one; else the peer's. IPv4-mapped addresses as IPv4.
    std::string client_of(const http_request& request) const;
    /// Whether a proxy sent it, plainly, that does not say for whom, or that is not trusted with it: all its
    /// clients look like one.
    bool hides_client(const http_request& request) const;
    /// Whether the request comes from this machine without a proxy between, and to a loopback host.
    bool is_local(const http_request& request) const;
    /// The public address: the owner's setting, else what a trusted proxy tells, else what Host names.
    public_url url_of(const http_request& request) const;
    /// Whether Host names this server. One that listens on loopback alone takes no foreign name, so that none
    /// can be rebound to it (DNS rebinding).
    bool answers_to(std::string_view host) const;
    /// Whether a browser made the request for a page that is not ours: by Sec-Fetch-Site, else by Origin.
    /// nothing where neither is there.
    std::optional<bool> from_other_site(const http_request& request) const;
    /// Whether the peer is a proxy whose words are believed.
    bool trusts_peer(const http_request& request) const;
};

}  // namespace examwright
