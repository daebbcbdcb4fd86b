#include "server/http/cors.hpp"

#include <algorithm>
#include <boost/algorithm/string/case_conv.hpp>
#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/beast/http/field.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <locale>
#include <utility>

namespace examwright {

namespace http = boost::beast::http;

namespace {

constexpr const char* methods = "GET, HEAD, POST, PATCH, DELETE";
constexpr const char* request_headers = "Authorization, Content-Type, If-None-Match";
constexpr const char* answer_headers = "Content-Disposition, ETag, Location, Retry-After, X-Request-Id";
constexpr const char* preflight_lifetime = "7200";  // seconds; no browser keeps one for longer

std::string_view text_of(const http_request& request, http::field name) {
    const auto value = request.headers[name];
    return {value.data(), value.size()};
}

bool is_origin(const std::string& text) {
    const auto parsed = boost::urls::parse_uri(text);
    return parsed && parsed->has_authority() && !parsed->has_userinfo() && !parsed->host().empty() &&
           parsed->encoded_path().empty() && !parsed->has_query() && !parsed->has_fragment();
}

}  // namespace

cors_policy::cors_policy(std::vector<std::string> origins)
    : origins_(std::move(origins)), all_(std::ranges::count(origins_, "*") > 0) {}

bool cors_policy::allows(std::string_view origin) const {
    return !origin.empty() && (all_ || std::ranges::count(origins_, origin) > 0);
}

bool cors_policy::is_preflight(const http_request& request) const {
    return request.method == http::verb::options && allows(text_of(request, http::field::origin)) &&
           request.headers.count(http::field::access_control_request_method) > 0;
}

void cors_policy::mark(const http_request& request, http_response& response) const {
    if (origins_.empty())
        return;
    auto& headers = response.headers;
    if (!all_)
        headers.emplace_back("Vary", "Origin");
    const auto origin = text_of(request, http::field::origin);
    if (!allows(origin))
        return;
    headers.emplace_back("Access-Control-Allow-Origin", all_ ? "*" : origin);
    headers.emplace_back("Access-Control-Expose-Headers", answer_headers);
    if (!is_preflight(request))
        return;
    headers.emplace_back("Access-Control-Allow-Methods", methods);
    headers.emplace_back("Access-Control-Allow-Headers", request_headers);
    headers.emplace_back("Access-Control-Max-Age", preflight_lifetime);
}

result<std::vector<std::string>> read_cors_origins(std::string_view text) {
    std::vector<std::string> origins;
    boost::algorithm::split(origins, text, boost::algorithm::is_any_of(", "),
                            boost::algorithm::token_compress_on);
    std::erase(origins, "");
    for (auto& origin : origins) {
        boost::algorithm::to_lower(origin, std::locale::classic());
        if (origin == "*" ? origins.size() > 1 : !is_origin(origin))
            return invalid("must be *, or origins such as https://app.example.org, not \"" + origin + "\"");
    }
    return origins;
}

}  // namespace examwright
