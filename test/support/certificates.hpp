#pragma once

#include <boost/asio/ssl/context.hpp>
#include <filesystem>
#include <string>

namespace examwright::test {

/// A certificate authority of the test's own, made anew for each, and a key pair for the servers under it.
class certificate_authority {
  public:
    certificate_authority();
    ~certificate_authority();
    certificate_authority(const certificate_authority&) = delete;
    certificate_authority& operator=(const certificate_authority&) = delete;

    /// Its certificate as PEM: what a client has to trust.
    std::string certificate() const;

    /// A server's context whose certificate holds for one name ("DNS:localhost", "IP:127.0.0.1").
    boost::asio::ssl::context server_context(const std::string& name) const;

  private:
    struct impl;
    std::unique_ptr<impl> impl_;
};

}  // namespace examwright::test
