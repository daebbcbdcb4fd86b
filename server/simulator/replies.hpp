#pragma once

#include <boost/asio/awaitable.hpp>
#include <string>

#include "core/simulator/api.hpp"
#include "core/simulator/fault_rules.hpp"
#include "server/http/message.hpp"

namespace examwright {

/// request-id and anthropic-ratelimit-*, which come with every answer.
void add_api_headers(http_response& response, const std::string& id);

http_response error_response(const api_error& error, const std::string& id);

/// Whether a failure is an answer of its own, without a message: a status, the spend limit, a page.
bool is_error(const fault& failure);
/// That answer.
http_response failure_response(const fault& failure, const std::string& id);

/// The whole header, half of the body, and the end.
boost::asio::awaitable<void> send_half(client_socket& socket, const std::string& body);

/// Closes with a reset instead of an end.
void reset_connection(client_socket& socket);

}  // namespace examwright
