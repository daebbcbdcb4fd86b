#include "server/http/json_body.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <charconv>
#include <cmath>
#include <system_error>

namespace examwright {

namespace json = boost::json;

result<json_body> json_body::parse(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF"))  // a byte order mark
        text.remove_prefix(3);
    boost::system::error_code error;
    auto value = json::parse(text, error);
    if (error)
        return invalid("The request's body is not JSON: " + error.message() + ".");
    if (!value.is_object())
        return invalid("The request's body must be a JSON object.");
    return json_body(std::move(value.get_object()));
}

const json::value* json_body::find(std::string_view name) const {
    asked_.emplace_back(name);
    const auto* value = object_.if_contains(name);
    return value && !value->is_null() ? value : nullptr;
}

std::optional<problem> json_body::unknown_field(std::initializer_list<std::string_view> read_only) const {
    const auto is_known = [&](std::string_view name) {
        return std::ranges::count(asked_, name) > 0 || std::ranges::count(read_only, name) > 0;
    };
    for (const auto& field : object_)
        if (!is_known(field.key())) {
            std::string told(1, '"');
            told += field.key().substr(0, 60);
            return invalid(told + "\" is no field of this call");
        }
    return std::nullopt;
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
    if (const auto* text = value->if_string()) {  // "12", as forms and spreadsheets have it
        std::int64_t whole = 0;
        const auto read = std::from_chars(text->data(), text->data() + text->size(), whole);
        if (!text->empty() && read.ec == std::errc() && read.ptr == text->data() + text->size())
            return std::optional<std::int64_t>(whole);
    }
    return invalid(std::string(name) + " must be a whole number");
}

}  // namespace examwright
