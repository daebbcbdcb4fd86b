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

bool is_name(std::string_view part) {
    return part.size() > 1 && part.front() == '{';
}

bool fits(std::string_view pattern, std::string_view path) {
    if (!path.starts_with(pattern.substr(0, pattern.find('{'))))
        return false;
    while (!pattern.empty() && !path.empty()) {
        const auto expected = next_part(pattern);
        const auto part = next_part(path);
        if (is_name(expected) ? part.empty() : expected != part)
            return false;
    }
    return pattern.empty() && path.empty();
}

std::vector<std::string> values_of(std::string_view pattern, std::string_view path) {
    std::vector<std::string> values;
    while (!pattern.empty()) {
        const auto expected = next_part(pattern);
        const auto part = next_part(path);
        if (is_name(expected))
            values.emplace_back(part);
    }
    return values;
}

}  // namespace

router::router(std::vector<route> routes) : routes_(std::move(routes)) {}

router::match router::find(verb method, std::string_view path) const {
    match result;
    if (path.empty() || path.front() != '/')
        return result;
    const verb wanted = method == verb::head ? verb::get : method;
    for (const auto& route : routes_)
        if (route.verb == wanted && fits(route.pattern, path)) {
            result.found = &route;
            result.path_values = values_of(route.pattern, path);
            return result;
        }
    result.allow = allowed(path);
    return result;
}

/// What Allow tells of a path; "" where it is unknown.
std::string router::allowed(std::string_view path) const {
    std::string verbs;
    for (const auto& route : routes_)
        if (fits(route.pattern, path)) {
            verbs += boost::beast::http::to_string(route.verb);
            verbs += route.verb == verb::get ? ", HEAD, " : ", ";
        }
    return verbs.empty() ? verbs : verbs + "OPTIONS";
}

}  // namespace examwright
