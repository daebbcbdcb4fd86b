#include "server/http/response_head.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/status.hpp>
#include <ctime>

namespace examwright {

namespace http = boost::beast::http;

namespace {

/// No value, whatever it was made of, can begin a field of its own.
void add(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ");
    for (const unsigned char c : value)
        out += c < 0x20 || c == 0x7f ? ' ' : static_cast<char>(c);
    out += "\r\n";
}

bool has(const http_response& response, std::string_view name) {
    for (const auto& field : response.headers)
        if (boost::beast::iequals(field.first, name))
            return true;
    return false;
}

constexpr std::string_view of_every_answer =
    "X-Content-Type-Options: nosniff\r\nX-Frame-Options: DENY\r\nReferrer-Policy: no-referrer\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";
// A page may load what this server has; whatever else a browser is made to show may do nothing.
constexpr std::string_view page_policy =
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
constexpr std::string_view other_policy = "default-src 'none'; frame-ancestors 'none'";

void add_security(std::string& out, const http_response& response) {
    out += of_every_answer;
    if (!has(response, "Cache-Control"))
        out += "Cache-Control: no-store\r\n";
    if (!has(response, "Content-Security-Policy"))
        add(out, "Content-Security-Policy",
            response.content_type.starts_with("text/html") ? page_policy : other_policy);
}

}  // namespace

void write_head(std::string& out, const http_response& response, const head_context& context) {
    out = context.version < 11 ? "HTTP/1.0 " : "HTTP/1.1 ";
    out += std::to_string(response.status);
    out += ' ';
    const auto reason = http::obsolete_reason(http::int_to_status(response.status));
    out.append(reason.data(), reason.size()).append("\r\n");
    out.append("Date: ").append(context.date);
    out.append("\r\nX-Request-Id: ").append(context.request_id).append("\r\n");
    if (!response.content_type.empty())
        add(out, "Content-Type", response.content_type);
    add_security(out, response);
    for (const auto& [name, value] : response.headers)
        add(out, name, value);
    if (response.status != 204 && response.status != 304)
        out.append("Content-Length: ").append(std::to_string(response.body.size())).append("\r\n");
    if (!context.keep_alive)
        out += "Connection: close\r\n";
    else if (context.version < 11)
        out += "Connection: keep-alive\r\n";
    out += "\r\n";
}

std::string http_date() {
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    char text[40];
    const auto length = std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &utc);
    return {text, length};
}

}  // namespace examwright
