#include "server/http/router.hpp"

#include <boost/beast/http/verb.hpp>
#include <utility>

namespace examwright {

using boost::beast::http::verb;

namespace {

/// The next part of a path, cut off its front: "/tests/5" gives "tests" and leaves "/5".
std::string_view next_part(std::string_view& path) {
    path.remove_prefix(1);
    const auto end = std::min(path.find('/'), path.size());
    const auto part = path.substr(0, end);
    path.remove_prefix(end);
    return part;
}

bool fits(std::string_view pattern, std::string_view path, std::vector<std::string>& values) {
    values.clear();
    while (!pattern.empty() && !path.empty()) {
        const auto expected = next_part(pattern);
        const auto part = next_part(path);
        if (expected.size() > 1 && expected.front() == '{') {
            if (part.empty())
                return false;
            values.emplace_back(part);
        } else if (expected != part) {
            return false;
        }
    }
    return pattern.empty() && path.empty();
}

}  // namespace

router::router(std::vector<route> routes) : routes_(std::move(routes)) {}

router::match router::find(verb method, std::string_view path) const {
    match result;
    if (path.empty() || path.front() != '/')
        return result;
    const verb wanted = method == verb::head ? verb::get : method;
    std::vector<std::string> values;
    for (const auto& route : routes_) {
        if (!fits(route.pattern, path, values))
            continue;
        if (route.verb == wanted && !result.found) {
            result.found = &route;
            result.path_values = values;
            if (method != verb::options)
                return result;
        }
        if (!result.allow.empty())
            result.allow += ", ";
        result.allow += boost::beast::http::to_string(route.verb);
        if (route.verb == verb::get)
            result.allow += ", HEAD";
    }
    if (!result.allow.empty())
        result.allow += ", OPTIONS";
    return result;
}

}  // namespace examwright
