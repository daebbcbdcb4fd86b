#pragma once

#include <string>
#include <string_view>

#include "core/problem.hpp"

namespace examwright {

/// The address by which browsers know this server.
struct public_url {
    std::string scheme = "http";  // or "https"
    std::string authority;        // host and port, in lower case, without the port that the scheme implies
    std::string base;             // "" or a path such as "/examwright"

    bool is_https() const { return scheme == "https"; }
    /// As browsers send it in Origin.
    std::string origin() const { return scheme + "://" + authority; }
    /// Ends in a slash.
    std::string text() const { return origin() + base + "/"; }
};

/// Reads "https://exam.example.org/examwright/".
result<public_url> read_public_url(std::string_view text);

/// Returns the authority in lower case and without the default port of the scheme.
std::string normalized_authority(std::string_view scheme, std::string_view authority);
/// Returns the host of an authority, an IPv6 address in its brackets.
std::string_view host_of(std::string_view authority);
/// Returns the port of an authority; "" where it has none.
std::string_view port_of(std::string_view authority);
/// Whether the host is "localhost" or a loopback address.
bool is_loopback_host(std::string_view host);

}  // namespace examwright
