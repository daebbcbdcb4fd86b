#include "server/web/openapi.hpp"

#include <algorithm>
#include <boost/beast/http/verb.hpp>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <cctype>
#include <map>
#include <string>
#include <utility>

#include "server/runtime/version.hpp"
#include "server/web/embedded_files.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

constexpr std::string_view common_part = "openapi/common.json";

std::string lower_name(boost::beast::http::verb verb) {
    std::string name(boost::beast::http::to_string(verb));
    std::ranges::transform(name, name.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return name;
}

json::object parsed(std::string_view path) {
    for (const auto& file : embedded_files())
        if (file.path == path)
            return json::parse(file.content).as_object();
    return {};
}

void move_members(json::object& from, json::object& into) {
    for (auto& [name, value] : from)
        into[name] = std::move(value);
}

json::object all_parts() {
    auto document = parsed(common_part);
    for (const auto& file : embedded_files()) {
        if (!file.path.starts_with("openapi/") || file.path == common_part)
            continue;
        auto part = json::parse(file.content).as_object();
        move_members(part.at("paths").as_object(), document.at("paths").as_object());
        move_members(part.at("schemas").as_object(), document.at("components").at("schemas").as_object());
    }
    return document;
}

/// The errors of a route that are the same for all of its kind: status and name of the response.
std::map<std::string, std::string> common_errors(const route& route, const json::object& operation) {
    std::map<std::string, std::string> errors{{"431", "HeaderTooLarge"}};
    const bool open = !needs_token(route.access);
    if (!open)
        errors["401"] = "Unauthorized";
    const bool changes = route.verb != boost::beast::http::verb::get;
    if (route.access == route_access::admin)
        errors["403"] = "Forbidden";
    else if (route.access != route_access::open && changes)
        errors["403"] = "OtherSite";
    errors["421"] = "Misdirected";
    if (route.body == route_body::small && operation.contains("requestBody"))
        errors["413"] = "TooLarge";
    if (operation.contains("requestBody"))
        errors["415"] = "EncodedBody";
    if (!open || changes)
        errors["500"] = "Failure";
    return errors;
}

void complete(json::object& operation, const route& route) {
    operation["summary"] = route.summary;
    if (!needs_token(route.access))
        operation["security"] = json::array();
    std::map<std::string, json::value> by_status;
    for (const auto& [status, name] : common_errors(route, operation))
        by_status[status] = json::object{{"$ref", "#/components/responses/" + name}};
    auto& responses = operation.at("responses").as_object();
    for (auto& [status, response] : responses)
        by_status[status] = std::move(response);
    responses.clear();
    for (auto& [status, response] : by_status)
        responses[status] = std::move(response);
}

/// Every answer has it.
void add_request_id(json::object& responses) {
    for (auto& [name, response] : responses) {
        auto& object = response.as_object();
        if (object.contains("$ref"))
            continue;
        auto& headers = object["headers"];
        if (headers.is_null())
            headers = json::object();
        headers.as_object()["X-Request-Id"] = {{"$ref", "#/components/headers/RequestId"}};
    }
}

}  // namespace

json::object openapi_document(const std::vector<route>& routes, const std::string& base) {
    auto document = all_parts();
    if (!base.empty())
        document.at("servers").at(0).as_object()["url"] = base;
    document.at("info").as_object()["version"] = product_version();
    add_request_id(document.at("components").at("responses").as_object());
    auto told = std::move(document.at("paths").as_object());
    auto& paths = document.at("paths").emplace_object();
    for (const auto& route : routes) {
        auto* const path = told.if_contains(route.pattern);
        const auto name = lower_name(route.verb);
        auto* const operation = path ? path->as_object().if_contains(name) : nullptr;
        if (!operation)
            continue;
        complete(operation->as_object(), route);
        add_request_id(operation->at("responses").as_object());
        auto& item = paths[route.pattern];
        if (item.is_null())
            item = json::object();
        if (const auto* parameters = path->as_object().if_contains("parameters"))
            item.as_object()["parameters"] = *parameters;
        item.as_object()[name] = std::move(*operation);
    }
    return document;
}

}  // namespace examwright
