#include "server/http/json_body.hpp"

#include <boost/json/parse.hpp>
#include <cmath>

namespace examwright {

namespace json = boost::json;

result<json_body> json_body::parse(std::string_view text) {
    boost::system::error_code error;
    auto value = json::parse(text, error);
    if (error)
        return invalid("The request's body is not JSON: " + error.message() + ".");
    if (!value.is_object())
        return invalid("The request's body must be a JSON object.");
    return json_body(std::move(value.get_object()));
}

const json::value* json_body::find(std::string_view name) const {
    const auto* value = object_.if_contains(name);
    return value && !value->is_null() ? value : nullptr;
}

result<std::string> json_body::text(std::string_view name) const {
    auto value = optional_text(name);
    if (!value)
        return value.error();
    if (!*value)
        return invalid(std::string(name) + " is missing");
    return std::move(**value);
}

result<std::optional<std::string>> json_body::optional_text(std::string_view name) const {
    const auto* value = find(name);
    if (!value)
        return std::optional<std::string>();
    if (!value->is_string())
        return invalid(std::string(name) + " must be text");
    return std::optional<std::string>(std::string(value->get_string()));
}

result<const json::object*> json_body::optional_object(std::string_view name) const {
    const auto* value = find(name);
    if (value && !value->is_object())
        return invalid(std::string(name) + " must be an object");
    return value ? &value->get_object() : nullptr;
}

result<const json::array*> json_body::optional_array(std::string_view name) const {
    const auto* value = find(name);
    if (value && !value->is_array())
        return invalid(std::string(name) + " must be a list");
    return value ? &value->get_array() : nullptr;
}

result<std::optional<std::int64_t>> json_body::optional_integer(std::string_view name) const {
    const auto* value = find(name);
    if (!value)
        return std::optional<std::int64_t>();
    if (value->is_int64())
        return std::optional<std::int64_t>(value->get_int64());
    const double* number = value->if_double();  // 12.0 is a whole number, too
    if (number && std::nearbyint(*number) == *number && std::abs(*number) < 9e15)
        return std::optional<std::int64_t>(static_cast<std::int64_t>(*number));
    return invalid(std::string(name) + " must be a whole number");
}

}  // namespace examwright
