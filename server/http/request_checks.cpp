#include "server/http/request_checks.hpp"

#include <algorithm>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/field.hpp>
#include <boost/beast/http/verb.hpp>
#include <string>
#include <utility>

#include "core/text/ascii.hpp"
#include "server/http/credentials.hpp"
#include "server/http/request_target.hpp"
#include "server/runtime/token.hpp"

namespace examwright {

namespace http = boost::beast::http;

namespace {

const problem log_in_first{
    problem_kind::unauthorized,
    "Log in with POST /auth/login and send its access_token as Authorization: Bearer TOKEN."};
const problem other_site{
    problem_kind::forbidden,
    "A page of another site sent this, so nothing was done. Open this server's own page, or "
    "set EXAMWRIGHT_PUBLIC_URL to the address at which you open it."};
const problem narrow_token{problem_kind::forbidden, "The scope of this API token does not reach so far."};
const problem for_admins{problem_kind::forbidden, "Only an admin of this server may do that."};

http_response not_allowed(const std::string& allow) {
    auto response = problem_response(405, "Method Not Allowed", "This path takes " + allow + ".");
    response.headers.emplace_back("Allow", allow);
    return response;
}

http_response misdirected() {
    return problem_response(
        421, "Misdirected Request",
        "This server listens on loopback alone, so it answers to 127.0.0.1 and localhost. "
        "Set EXAMWRIGHT_PUBLIC_URL to have it answer to another name.");
}

http_response options(const std::string& allow) {
    auto response = no_content();
    response.headers.emplace_back("Allow", allow);
    return response;
}

/// The path as a proxy that takes our base path off would send it.
void take_off_base(const http_service& service, http_request& request) {
    const auto base = service.site.url ? std::string_view(service.site.url->base) : "";
    auto& path = request.path;
    const bool below =
        !base.empty() && path.starts_with(base) && path.size() > base.size() && path[base.size()] == '/';
    if (below && !service.routes.find(request.method, path).knows_path())
        path.erase(0, base.size());
}

/// The path with single slashes, and none at its end.
std::string without_needless_slashes(std::string_view path) {
    std::string plain;
    for (const char c : path)
        if (c != '/' || !plain.ends_with('/'))
            plain += c;
    if (plain.size() > 1 && plain.ends_with('/'))
        plain.pop_back();
    return plain;
}

/// Where the path is known but for its slashes, or is our base path without its slash; else "".
std::string redirect_target(const http_service& service, std::string_view target,
                            const http_request& request) {
    const auto end = std::min(target.find('?'), target.size());
    const auto base = service.site.url ? service.site.url->base : std::string();
    auto path = without_needless_slashes(target.substr(0, end));
    if (!base.empty() && path == base)
        return base + "/" + std::string(target.substr(end));
    if (!base.empty() && path.starts_with(base + "/"))
        path.erase(0, base.size());
    const auto known = service.routes.find(request.method, without_needless_slashes(request.path));
    return known.knows_path() ? base + path + std::string(target.substr(end)) : "";
}

http_response redirect(const std::string& target) {
    auto response = problem_response(308, "Permanent Redirect", "This is found at " + target + ".");
    response.headers.emplace_back("Location", target);
    return response;
}

/// Our ids are UUIDs in lower case; who sends one in upper case means the same (RFC 9562, 4).
void lower_id(std::string& value) {
    if (value.size() == 36 && value.find_first_not_of("0123456789ABCDEFabcdef-") == value.npos)
        std::ranges::transform(value, value.begin(), to_ascii_lower);
}

const route* find_path(const http_service& service, std::string_view target, http_request& request,
                       http_response& response) {
    take_off_base(service, request);
    auto match = service.routes.find(request.method, request.path);
    if (match.found) {
        std::ranges::for_each(match.path_values, lower_id);
        request.path_values = std::move(match.path_values);
        return match.found;
    }
    const auto elsewhere = match.knows_path() ? "" : redirect_target(service, target, request);
    if (!elsewhere.empty())
        response = redirect(elsewhere);
    else if (!match.knows_path())
        response = problem_response(not_found("There is nothing at this path."));
    else if (request.method == http::verb::options)
        response = options(match.allow);
    else
        response = not_allowed(match.allow);
    return nullptr;
}

/// What changes something by the page's cookie, and what gives that cookie, is for our own page and for
/// programs: a program that shows no cookie may leave out what browsers say of the page.
bool is_other_site(const http_service& service, const route& route, const http_request& request) {
    const bool reads = request.method == http::verb::get || request.method == http::verb::head;
    const bool by_cookie = request.by_proxy || credentials_of(request, service.site).from_cookie;
    if (route.access != route_access::own_page && (reads || !by_cookie))
        return false;
    const bool shows_cookie = request.by_proxy || !session_cookie(request, service.site).empty();
    return service.site.from_other_site(request).value_or(shows_cookie);
}

bool reaches(token_scope scope, const route& route, http::verb method) {
    if (scope == token_scope::admin)
        return true;
    const bool reads = method == http::verb::get || method == http::verb::head;
    return route.access != route_access::admin && (scope == token_scope::write || reads);
}

}  // namespace

const route* find_route(const http_service& service, std::string_view target, http_request& request,
                        http_response& response) {
    const auto named = authority_of(target);  // goes before Host (RFC 9112, 3.2.2)
    if (!service.site.answers_to(request.headers[http::field::host]) ||
        (!named.empty() && !service.site.answers_to(named))) {
        response = misdirected();
        return nullptr;
    }
    const bool of_server = request.method == http::verb::options && target == "*";
    const bool readable = of_server || read_target(target, request);
    if (!readable)
        response = problem_response(400, "Bad Request", "The request's path can't be read.");
    else if (service.cors.is_preflight(request))
        response = no_content();
    else if (of_server)
        response = options("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    else
        return find_path(service, origin_form(target), request, response);
    return nullptr;
}

void name_client(http_service& service, http_request& request) {
    if (!service.site.hides_client(request)) {
        request.client = service.site.client_of(request);
        return;
    }
    if (!std::exchange(service.told_of_proxy, true))
        service.log.warning(
            "a proxy hides its clients: have it send X-Forwarded-For, and name its address in "
            "EXAMWRIGHT_TRUSTED_PROXIES",
            {{"proxy", request.peer}});
}

boost::asio::awaitable<bool> name_user(const http_service& service, const route& route, http_request& request,
                                       http_response& response) {
    const bool by_token = request.headers.count(http::field::authorization) > 0;
    if (!needs_token(route.access) || by_token || !service.site.trusts_peer(request))
        co_return true;
    auto named = co_await service.find_user(request);
    if (!named) {
        response = problem_response(named.error());
        co_return false;
    }
    request.user = std::move(*named);
    request.by_session = request.by_proxy = request.user.has_value();
    co_return true;
}

bool may_call(const http_service& service, const route& route, http_request& request,
              http_response& response) {
    if (is_other_site(service, route, request)) {
        response = problem_response(other_site);
        return false;
    }
    if (!needs_token(route.access))
        return true;
    if (const auto token = credentials_of(request, service.site).token; !request.user && !token.empty()) {
        request.token_hash = sha256_hex(token);
        if (auto owner = service.authenticate(request.token_hash)) {
            request.user = std::move(owner->user);
            request.scope = owner->scope;
            request.by_session = owner->is_session;
        }
    }
    if (!request.user)
        response = problem_response(log_in_first);
    else if (route.access == route_access::admin && request.user->role != "admin")
        response = problem_response(for_admins);
    else if (!reaches(request.scope, route, request.method))
        response = problem_response(narrow_token);
    else
        return true;
    return false;
}

bool is_plain_body(const http_request& request, http_response& response) {
    const auto encoding = request.headers[http::field::content_encoding];
    if (encoding.empty() || boost::beast::iequals(encoding, "identity"))
        return true;
    response = problem_response(
        problem{problem_kind::unsupported_media,
                "Send the body as it is, without a Content-Encoding: only identity is taken."});
    return false;
}

}  // namespace examwright
