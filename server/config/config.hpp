#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/network_list.hpp"
#include "server/http/public_url.hpp"

namespace examwright {

/// Everything that an owner can set: flags, then the environment, then these defaults.
struct config {
    std::string host = "127.0.0.1";
    std::uint16_t port = 8000;
    std::filesystem::path data = "./data";
    std::string registration = "first";  // first, open, closed
    std::string setup_token = "auto";    // auto, always
    network_list trusted_proxies = network_list::loopback();
    std::optional<public_url> url;  // by which browsers know the server
    std::string login_header;       // in which a trusted proxy names the user; empty: none
    std::string model = "claude-sonnet-5-5";
    std::string effort = "low";
    std::string review_effort = "low";
    std::string engine = "auto";   // auto, claude, offline
    std::string sandbox = "auto";  // auto, required
    std::string ocr = "auto";      // auto, off
    std::string ocr_languages = "eng+hin";
    std::int64_t max_pages = 500;
    std::int64_t max_characters = 1'500'000;
    std::optional<std::int64_t> max_documents;  // of each user
    std::optional<std::int64_t> max_bytes;      // of each user's documents
    std::string keep_uploads = "yes";           // yes, no
    std::optional<std::int64_t> upload_days;    // after which an uploaded file goes
    std::optional<std::int64_t> test_days;      // after which a test that nobody touched goes
    std::int64_t calls_at_once = 4;             // requests to Claude, over all tests
    std::optional<double> daily_budget;         // US dollars a UTC day, of all users
    std::optional<double> user_daily_budget;
    std::string api_key;
    std::filesystem::path api_key_file;
    std::string base_url = "https://api.anthropic.com";
    std::string key_header = "bearer";  // bearer, x-api-key
    std::filesystem::path ca_file;
    std::string proxy_url;
    std::string no_proxy;
    std::vector<std::string> cors_origins;  // as read_cors_origins() gives them
    bool metrics = false;
    bool log_json = false;
    std::optional<boost::asio::ip::tcp::endpoint> metrics_listen;

    /// The path of a Unix socket to listen on; "" for TCP.
    std::string unix_socket() const { return host.starts_with("unix:") ? host.substr(5) : ""; }
    std::filesystem::path database_file() const { return data / "examwright.db"; }
    std::filesystem::path uploads() const { return data / "uploads"; }
    bool offline() const { return engine == "offline" || (engine == "auto" && api_key.empty()); }
};

/// A setting can't be used as it is; what() says which and why.
struct config_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The flags of the settings, for a command's parser.
boost::program_options::options_description config_flags();

struct config_reading {
    config settings;
    std::vector<std::string> problems;  // each setting that can't be used, with the reason
};
/// From the flags given and the environment. The key of ANTHROPIC_API_KEY_FILE is read here.
config_reading check_config(const boost::program_options::variables_map& flags);
/// The same; throws config_error for the first problem.
config read_config(const boost::program_options::variables_map& flags);
/// For a command without other flags; an unknown one is a config_error.
config read_config(const std::vector<std::string>& arguments);

}  // namespace examwright
