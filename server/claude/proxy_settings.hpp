#pragma once

#include <string>
#include <string_view>

namespace examwright {

/// A proxy that connections are tunnelled through (HTTP CONNECT).
struct proxy_address {
    std::string host;
    std::string port;
    std::string credentials;  // "user:password", decoded; empty: none
};

/// Reads HTTPS_PROXY: http://user:password@host:port, of which only the host must be there. Throws
/// std::invalid_argument with a sentence for the server's owner, which shows no password.
proxy_address read_proxy_url(std::string_view url);

/// Whether a host is called without the proxy: this machine always, else what NO_PROXY lists, parted by
/// commas: a domain (with all below it), an address, a network (10.0.0.0/8), any of them with :port, or * for
/// all.
bool goes_direct(std::string_view host, std::string_view port, std::string_view no_proxy);

/// What may be shown of HTTPS_PROXY.
std::string without_credentials(std::string_view proxy_url);

}  // namespace examwright
