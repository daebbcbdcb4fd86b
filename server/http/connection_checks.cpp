#include <boost/beast/http/field.hpp>
#include <boost/beast/http/verb.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "server/http/connection.hpp"
#include "server/http/credentials.hpp"
#include "server/http/header_error.hpp"
#include "server/http/request_target.hpp"
#include "server/runtime/token.hpp"

// What a request has to pass before its handler sees it.

namespace examwright {

namespace http = boost::beast::http;

namespace {

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

const problem log_in_first{
    problem_kind::unauthorized,
    "Log in with POST /auth/login and send its access_token as Authorization: Bearer TOKEN."};
const problem other_site{
    problem_kind::forbidden,
    "A page of another site sent this, so nothing was done. Open this server's own page, or "
    "set EXAMWRIGHT_PUBLIC_URL to the address at which you open it."};
const problem for_admins{problem_kind::forbidden, "Only an admin of this server may do that."};

}  // namespace

/// Null where the answer is ready already.
const route* http_connection::find_route(exchange& now) {
    auto& header = now.parser.get().base();
    const std::string_view target = header.target();  // stays where it is when the fields move
    const char* fault = header_error(header);
    if (fault)
        now.keep_alive = false;  // nobody knows where its body ends, or for whom it is
    const bool of_server = header.method() == http::verb::options && target == "*";
    if (!fault && !of_server && !read_target(target, now.request))
        fault = "The request's path can't be read.";
    now.request.headers = std::move(static_cast<http::fields&>(header));
    now.request.client = service_.site.client_of(now.request);
    const bool foreign = !service_.site.answers_to(now.request.headers[http::field::host]);
    const bool preflight = service_.cors.is_preflight(now.request);
    if (fault)
        now.response = problem_response(400, "Bad Request", fault);
    else if (foreign)
        now.response = misdirected();
    else if (preflight)
        now.response = no_content();
    else if (of_server)
        now.response = options("GET, HEAD, POST, PATCH, DELETE, OPTIONS");
    if (fault || foreign || preflight || of_server)
        return nullptr;
    auto match = service_.routes.find(now.request.method, now.request.path);
    if (match.allow.empty() && !match.found)
        now.response = problem_response(not_found("There is nothing at this path."));
    else if (now.request.method == http::verb::options)
        now.response = options(match.allow);
    else if (!match.found)
        now.response = not_allowed(match.allow);
    if (!match.found || now.request.method == http::verb::options)
        return nullptr;
    route_pattern_ = match.found->pattern;
    now.request.path_values = std::move(match.path_values);
    return match.found;
}

/// What changes something by the page's cookie, and what gives that cookie, is for our own page and for
/// programs: a program that shows no cookie may leave out what browsers say of the page.
bool http_connection::from_own_page(const route& route, exchange& now) {
    const auto method = now.request.method;
    const bool reads = method == http::verb::get || method == http::verb::head;
    const bool by_cookie = credentials_of(now.request, service_.site).from_cookie;
    if (route.access != route_access::own_page && (reads || !by_cookie))
        return true;
    const auto other = service_.site.from_other_site(now.request);
    const bool shows_cookie = !session_cookie(now.request, service_.site).empty();
    if (!other.value_or(shows_cookie))
        return true;
    now.response = problem_response(other_site);
    return false;
}

bool http_connection::authorized(const route& route, exchange& now) {
    if (!needs_token(route.access))
        return true;
    const auto token = credentials_of(now.request, service_.site).token;
    if (!token.empty()) {
        now.request.token_hash = sha256_hex(token);
        now.request.user = service_.authenticate(now.request.token_hash);
    }
    if (!now.request.user)
        now.response = problem_response(log_in_first);
    else if (route.access == route_access::admin && now.request.user->role != "admin")
        now.response = problem_response(for_admins);
    else
        return true;
    return false;
}

}  // namespace examwright
