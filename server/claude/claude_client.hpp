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

namespace examwright {

struct claude_settings {
    std::string base_url = "https://api.anthropic.com";
    std::string api_key;                              // sent as a bearer token; none where empty
    std::filesystem::path ca_file;                    // trusted besides the system's; none where empty
    std::chrono::milliseconds connect_limit{10'000};  // look-up and TLS included
};

/// The Messages API over HTTP/1.1, with connections kept for the next request. On one executor; destroyed
/// before the io_context that it ran on, whose sockets it keeps.
class claude_client : public llm_client {
  public:
    /// Throws std::invalid_argument for a base URL or a key that can't be used, std::runtime_error for a CA
    /// file that can't.
    explicit claude_client(claude_settings settings);

    boost::asio::awaitable<http_answer> send(std::string body, std::chrono::milliseconds limit) override;

  private:
    struct connection {
        std::unique_ptr<byte_stream> stream;  // none where it could not be made
        std::string error;                    // why
    };
    struct idle_stream {
        std::unique_ptr<byte_stream> stream;
        std::chrono::steady_clock::time_point since;
    };

    boost::asio::awaitable<void> exchange(const std::string& request, http_answer& answer);
    boost::asio::awaitable<void> connect(connection& into);
    boost::asio::awaitable<void> open(std::unique_ptr<byte_stream>& stream);
    std::unique_ptr<byte_stream> take_idle();
    std::string render(const std::string& body) const;

    claude_settings settings_;
    api_address address_;
    std::optional<boost::asio::ssl::context> tls_;  // for https
    std::vector<idle_stream> idle_;
};

}  // namespace examwright
