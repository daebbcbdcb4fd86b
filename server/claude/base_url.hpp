#pragma once

#include <string>
#include <string_view>

namespace examwright {

/// Where the Messages API is.
struct api_address {
    bool encrypted = true;
    std::string host;
    std::string port;
    std::string target;  // "/v1/messages", behind the base's own path

    /// The value of the Host header.
    std::string authority() const;
};

/// Reads ANTHROPIC_BASE_URL: https, or http for a server on this machine or this network, as the key travels
/// in the clear there. Throws std::invalid_argument with a sentence for the server's owner.
api_address read_base_url(std::string_view url);

}  // namespace examwright
