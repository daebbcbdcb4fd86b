#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/beast/http/fields.hpp>
#include <boost/beast/http/verb.hpp>
#include <boost/json/value.hpp>
#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/problem.hpp"
#include "db/records.hpp"

namespace examwright {

/// Of TCP or a Unix socket.
using client_socket = boost::asio::generic::stream_protocol::socket;

/// The body of an upload, piece by piece, so that 50 MB never stand in memory.
class body_source {
  public:
    virtual ~body_source() = default;
    /// The next piece, empty at the end. Valid until the next call. A body over the route's limit: problem
    /// too_large.
    virtual boost::asio::awaitable<result<std::string_view>> read_some() = 0;
};

struct http_request {
    boost::beast::http::verb method = boost::beast::http::verb::get;
    unsigned version = 11;                                   // of HTTP, 10 or 11
    std::string path;                                        // decoded, without the query
    std::vector<std::pair<std::string, std::string>> query;  // decoded
    std::vector<std::string> path_values;  // what stood for each {name} of the route, in order
    boost::beast::http::fields headers;
    std::string body;                 // empty for a route that streams
    body_source* upload = nullptr;    // set for a route that streams
    client_socket* socket = nullptr;  // for a handler that plays a broken server or waits long
    std::string request_id;
    std::string peer;                 // the address, without the port, an IPv4-mapped one as IPv4; or "unix"
    std::optional<user_record> user;  // set unless the route is open
    std::string token_hash;           // of its token, where user is set
    std::string client;  // the address of whom a trusted proxy names, else the peer's; "": hidden by a proxy
    token_scope scope = token_scope::admin;  // of its token
    bool by_session = false;                 // and not by an API token
    bool by_proxy = false;                   // user is whom a trusted proxy names

    std::optional<std::string_view> query_value(std::string_view name) const;
};

struct http_response {
    unsigned status = 200;
    std::string content_type = "application/json";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
};

http_response json_response(unsigned status, const boost::json::value& body);
http_response no_content();
/// The one place where a problem becomes HTTP: application/problem+json (RFC 9457) with title, status and
/// detail; a 429 and a 503 with Retry-After.
http_response problem_response(const problem& error);
/// For what only HTTP can be wrong about: 405, 408, 431, 500.
http_response problem_response(unsigned status, std::string_view title, std::string_view detail);

/// What an exception becomes: 503 where the disk failed, else 500; says nothing that only the owner should
/// know.
http_response failure_response(const std::string& request_id, const std::exception& error);

/// own_page: open, but to no page of another site (see site_policy).
enum class route_access { open, signed_in, admin, own_page };

inline bool needs_token(route_access access) {
    return access == route_access::signed_in || access == route_access::admin;
}

enum class route_body { small, upload };  // 64 KB read whole; 50 MB streamed

using route_handler = std::function<boost::asio::awaitable<http_response>(http_request&)>;

/// One line of the table of routes. A pattern's parts are literals or {name}: "/tests/{id}/status".
struct route {
    boost::beast::http::verb verb;
    std::string_view pattern;
    route_access access;
    route_body body;
    std::string_view summary;
    route_handler handle;
};

}  // namespace examwright
