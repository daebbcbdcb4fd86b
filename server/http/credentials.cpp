#include "server/http/credentials.hpp"

#include <boost/beast/http/field.hpp>

#include "server/http/request_target.hpp"

namespace examwright {

namespace http = boost::beast::http;

namespace {

/// Browsers take __Host- and __Secure- from HTTPS alone (RFC 6265bis, 4.1.3). Over HTTP the port keeps
/// servers of one host apart, as cookies know no ports.
std::string cookie_name(const public_url& url, const site_policy& site) {
    if (url.is_https())
        return url.base.empty() ? "__Host-examwright" : "__Secure-examwright";
    const auto port = port_of(url.authority);
    return "examwright-" + (port.empty() ? std::to_string(site.port) : std::string(port));
}

std::string_view next_pair(std::string_view& cookies) {
    const auto end = std::min(cookies.find(';'), cookies.size());
    auto pair = cookies.substr(0, end);
    cookies.remove_prefix(std::min(end + 1, cookies.size()));
    pair.remove_prefix(std::min(pair.find_first_not_of(" \t"), pair.size()));
    return pair;
}

}  // namespace

std::string_view session_cookie(const http_request& request, const site_policy& site) {
    const auto [begin, end] = request.headers.equal_range(http::field::cookie);
    if (begin == end)
        return {};
    const auto start = cookie_name(site.url_of(request), site) + "=";
    for (auto line = begin; line != end; ++line)
        for (std::string_view cookies(line->value().data(), line->value().size()); !cookies.empty();)
            if (const auto pair = next_pair(cookies); pair.starts_with(start))
                return pair.substr(start.size());
    return {};
}

credentials credentials_of(const http_request& request, const site_policy& site) {
    if (request.headers.count(http::field::authorization) > 0)
        return {bearer_token(request.headers[http::field::authorization]), false};
    const auto token = session_cookie(request, site);
    return {token, !token.empty()};
}

std::string set_session_cookie(const http_request& request, const site_policy& site, std::string_view token,
                               long seconds) {
    const auto url = site.url_of(request);
    std::string cookie = cookie_name(url, site) + "=" + std::string(token);
    cookie += "; Path=" + (url.base.empty() ? "/" : url.base);
    cookie += "; Max-Age=" + std::to_string(seconds) + "; HttpOnly; SameSite=Strict";
    return url.is_https() ? cookie + "; Secure" : cookie;
}

}  // namespace examwright
