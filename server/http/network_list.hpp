#pragma once

#include <boost/asio/ip/address.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.hpp"

namespace examwright {

/// ::ffff:192.0.2.1 as 192.0.2.1, the address that it stands for; any other address as it is.
boost::asio::ip::address without_mapping(const boost::asio::ip::address& address);

/// IP networks, such as those of the trusted proxies.
class network_list {
  public:
    /// Reads "10.0.0.0/8, ::1, 192.0.2.7" (commas or spaces). "loopback" stands for 127.0.0.0/8 and ::1,
    /// "unix" for the peers of a Unix socket, "none" for no network.
    static result<network_list> parse(std::string_view text);
    static network_list loopback();

    /// IPv4-mapped addresses count as the IPv4 addresses that they stand for.
    bool contains(const boost::asio::ip::address& address) const;
    bool contains_unix_peers() const { return unix_peers_; }
    /// As parse() reads it.
    const std::string& text() const { return text_; }

  private:
    struct network {
        boost::asio::ip::address first;
        unsigned prefix = 0;  // bits
    };
    result<void> add(std::string_view word);

    std::vector<network> networks_;
    bool unix_peers_ = false;
    std::string text_;
};

}  // namespace examwright
