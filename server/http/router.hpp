#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.hpp"

namespace examwright {

/// The table of routes. HEAD is answered by GET's route; OPTIONS by `allow`.
class router {
  public:
    explicit router(std::vector<route> routes);

    struct match {
        const route* found = nullptr;
        std::vector<std::string> path_values;
        std::string allow;  // "GET, HEAD, OPTIONS", where nothing is found but the path is known

        bool knows_path() const { return found || !allow.empty(); }  // if not, 404
    };
    match find(boost::beast::http::verb verb, std::string_view path) const;
    const std::vector<route>& routes() const { return routes_; }

  private:
    std::string allowed(std::string_view path) const;

    std::vector<route> routes_;
};

}  // namespace examwright
