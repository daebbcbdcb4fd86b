#include "server/http/message.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "db/database.hpp"

namespace examwright {

namespace {

struct http_status {
    unsigned code;
    std::string_view title;
};

http_status status_of(problem_kind kind) {
    switch (kind) {
        case problem_kind::invalid: return {400, "Bad Request"};
        case problem_kind::unauthorized: return {401, "Unauthorized"};
        case problem_kind::forbidden: return {403, "Forbidden"};
        case problem_kind::not_found: return {404, "Not Found"};
        case problem_kind::conflict: return {409, "Conflict"};
        case problem_kind::too_large: return {413, "Content Too Large"};
        case problem_kind::unsupported_media: return {415, "Unsupported Media Type"};
        case problem_kind::too_many: return {429, "Too Many Requests"};
        case problem_kind::unavailable: return {503, "Service Unavailable"};
    }
    return {500, "Internal Server Error"};
}

}  // namespace

std::optional<std::string_view> http_request::query_value(std::string_view name) const {
    for (const auto& [key, value] : query)
        if (key == name)
            return value;
    return std::nullopt;
}

http_response json_response(unsigned status, const boost::json::value& body) {
    http_response response;
    response.status = status;
    response.body = boost::json::serialize(body);
    return response;
}

http_response no_content() {
    http_response response;
    response.status = 204;
    response.content_type.clear();
    return response;
}

http_response problem_response(unsigned status, std::string_view title, std::string_view detail) {
    auto response =
        json_response(status, boost::json::object{{"title", title}, {"status", status}, {"detail", detail}});
    response.content_type = "application/problem+json";
    return response;
}

http_response problem_response(const problem& error) {
    const auto status = status_of(error.kind);
    auto response = problem_response(status.code, status.title, error.detail);
    if (error.kind == problem_kind::unauthorized)
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
    if (error.kind == problem_kind::too_many || error.kind == problem_kind::unavailable)
        response.headers.emplace_back("Retry-After", std::to_string(error.retry_after.count()));
    return response;
}

http_response failure_response(const std::string& request_id, const std::exception& error) {
    if (!is_disk_failure(error))
        return problem_response(
            500, "Internal Server Error",
            "The server failed at this request. Its log says why, under the request's id " + request_id +
                ".");
    return problem_response(problem{
        problem_kind::unavailable,
        "The server can't write to its disk, which may be full. Nothing was changed; try again later."});
}

}  // namespace examwright
