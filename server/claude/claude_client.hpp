#pragma once

#include <boost/asio/ssl/context.hpp>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/claude/base_url.hpp"
#include "server/claude/byte_stream.hpp"
#include "server/claude/llm_client.hpp"
#include "server/claude/proxy_settings.hpp"

namespace examwright {

enum class key_header { bearer, x_api_key };

struct claude_settings {
    std::string base_url = "https://api.anthropic.com";
    std::string api_key;  // none where empty
    key_header header = key_header::bearer;
    std::string proxy_url;                            // for https; none where empty
    std::string no_proxy;                             // what is called without it
    std::filesystem::path ca_file;                    // trusted besides the system's; none where empty
    std::chrono::milliseconds connect_limit{10'000};  // look-up, proxy and TLS included
};

/// The Messages API over HTTP/1.1, with connections kept for the next request. On one executor; destroyed
/// before the io_context that it ran on, whose sockets it keeps.
class claude_client : public llm_client {
  public:
    /// Throws std::invalid_argument for a base URL, a key or a proxy that can't be used, std::runtime_error
    /// for a CA file that can't.
    explicit claude_client(claude_settings settings);

    boost::asio::awaitable<http_answer> send(std::string body, std::chrono::milliseconds limit) override;

  private:
    struct connection {
        std::unique_ptr<byte_stream> stream;  // none where it could not be made
        http_answer failure;                  // why
    };
    struct idle_stream {
        std::unique_ptr<byte_stream> stream;
        std::chrono::steady_clock::time_point since;
    };

    boost::asio::awaitable<void> exchange(const std::string& request, http_answer& answer);
    boost::asio::awaitable<void> connect(connection& into);
    boost::asio::awaitable<void> open(connection& into);
    boost::asio::awaitable<void> open_through_proxy(connection& into);
    void trust_certificates();
    std::unique_ptr<byte_stream> take_idle();
    std::string render(const std::string& body) const;

    claude_settings settings_;
    api_address address_;
    std::optional<boost::asio::ssl::context> tls_;  // for https
    std::optional<proxy_address> proxy_;
    std::vector<idle_stream> idle_;
};

}  // namespace examwright
