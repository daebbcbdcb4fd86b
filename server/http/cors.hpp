#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/problem.hpp"
#include "server/http/message.hpp"

namespace examwright {

/// Which pages of other origins may call this server from a browser: the CORS protocol of the Fetch standard.
/// Who they act for shows their token, never a cookie, so credentials are not allowed.
class cors_policy {
  public:
    /// The origins as read_cors_origins() gives them; none: no answer says anything of CORS.
    explicit cors_policy(std::vector<std::string> origins = {});

    /// A browser asks whether the request proper would be allowed. It is answered before the route is looked
    /// for, so that the page gets to see the 404 or 405 of the request itself.
    bool is_preflight(const http_request& request) const;
    /// Adds what the browser needs to let the page see the answer, errors included.
    void mark(const http_request& request, http_response& response) const;

  private:
    bool allows(std::string_view origin) const;

    std::vector<std::string> origins_;
    bool all_ = false;
};

/// "*", or origins such as https://app.example.org with commas or spaces between, in lower case as browsers
/// send them.
result<std::vector<std::string>> read_cors_origins(std::string_view text);

}  // namespace examwright
