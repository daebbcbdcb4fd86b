#pragma once

#include <string>
#include <string_view>

#include "server/http/message.hpp"

namespace examwright {

/// What a response's head says beyond the response itself.
struct head_context {
    std::string_view request_id;
    std::string_view date;  // as HTTP writes it
    unsigned version = 11;
    bool keep_alive = true;
};

/// The status line and the header, the security headers included, in place of what out holds.
void write_head(std::string& out, const http_response& response, const head_context& context);

/// "Mon, 23 Nov 2026 23:20:29 GMT", the time now.
std::string http_date();

}  // namespace examwright
