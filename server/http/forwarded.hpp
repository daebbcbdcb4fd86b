#pragma once

#include <boost/asio/ip/address.hpp>
#include <boost/beast/http/fields.hpp>
#include <optional>
#include <string>
#include <vector>

namespace examwright {

/// The addresses that proxies noted, the client's end first: those of all X-Forwarded-For lines, else the
/// for= of Forwarded (RFC 7239). nullopt for a hop that names no address.
std::vector<std::optional<boost::asio::ip::address>> forwarded_addresses(
    const boost::beast::http::fields& headers);

/// What the nearest proxy says of the address that its client asked for; empty where it says nothing.
struct forwarded_site {
    std::string scheme;
    std::string host;
};
/// By X-Forwarded-Proto and X-Forwarded-Host, else by proto= and host= of Forwarded.
forwarded_site forwarded_origin(const boost::beast::http::fields& headers);

}  // namespace examwright
