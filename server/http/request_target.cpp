#include "server/http/request_target.hpp"

#include <algorithm>
#include <boost/beast/core/string.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

namespace examwright {

namespace {

/// How long "http://" is, where a target begins so.
std::size_t scheme_length(std::string_view target) {
    for (const std::string_view scheme : {"http://", "https://"})
        if (boost::beast::iequals(target.substr(0, scheme.size()), scheme))
            return scheme.size();
    return 0;
}

}  // namespace

std::string_view origin_form(std::string_view target) {
    const auto begin = scheme_length(target);
    if (begin == 0)
        return target;
    const auto path = target.find_first_of("/?#", begin);
    return path == target.npos ? "/" : target.substr(path);
}

std::string_view authority_of(std::string_view target) {
    const auto begin = scheme_length(target);
    return begin == 0 ? "" : target.substr(begin, target.find_first_of("/?#", begin) - begin);
}

bool read_target(std::string_view target, http_request& into) {
    target = origin_form(target);
    const auto plain = [](char c) { return c != '%' && c != '?' && c != '#'; };
    if (std::all_of(target.begin(), target.end(), plain)) {
        into.path = target;
        return !target.empty() && target.front() == '/';
    }
    const auto parsed = boost::urls::parse_origin_form(target);
    if (!parsed)
        return false;
    for (auto segment : parsed->segments()) {
        if (std::string_view(segment).find_first_of(std::string_view("/\0", 2)) != std::string_view::npos)
            return false;
        into.path += '/';
        into.path += std::string_view(segment);
    }
    if (into.path.empty())  // "/?a=b" has no segment
        into.path += '/';
    for (auto parameter : parsed->params())
        into.query.emplace_back(parameter.key, parameter.value);
    return true;
}

std::string_view bearer_token(std::string_view authorization) {
    constexpr std::string_view scheme = "Bearer ";
    if (!boost::beast::iequals(authorization.substr(0, scheme.size()), scheme))
        return {};
    authorization.remove_prefix(
        std::min(authorization.find_first_not_of(' ', scheme.size()), authorization.size()));
    return authorization;
}

}  // namespace examwright
