#include "core/simulator/schema_rules.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <iterator>
#include <string_view>
#include <vector>

namespace examwright {

namespace json = boost::json;

namespace {

using fault_text = std::optional<std::string>;

constexpr std::string_view unsupported[] = {
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "maxItems",
    "uniqueItems",
    "patternProperties",
    "propertyNames",
    "minProperties",
    "oneOf",
    "not",
    "if",
    "then",
    "else",
    "maxProperties",
    "contains",
    "prefixItems",
    "dependentSchemas",
    "unevaluatedItems",
};
constexpr std::string_view types[] = {"object", "array", "string", "integer", "number", "boolean", "null"};

bool among(const auto& list, std::string_view text) {
    return std::find(std::begin(list), std::end(list), text) != std::end(list);
}

/// Walks one schema. `path_` holds the $refs being followed: one met again is recursion.
class schema_walker {
  public:
    explicit schema_walker(const json::value& root) : root_(root) {}

    fault_text walk(const json::value& schema) {
        const auto* object = schema.if_object();
        if (!object)
            return "a schema must be an object";
        for (const auto& member : *object)
            if (among(unsupported, member.key()))
                return "property '" + std::string(member.key()) + "' is not supported";
        if (auto wrong = check_type(*object))
            return wrong;
        if (auto wrong = check_values(*object))
            return wrong;
        if (const auto* reference = object->if_contains("$ref"))
            return follow(*reference);
        return walk_parts(*object);
    }

  private:
    static fault_text check_type(const json::object& object) {
        const auto* type = object.if_contains("type");
        if (!type)
            return std::nullopt;
        if (!type->is_string() || !among(types, std::string_view(type->get_string())))
            return "'type' must be one of the basic types";
        if (type->get_string() != "object")
            return std::nullopt;
        const auto* additional = object.if_contains("additionalProperties");
        if (!additional || *additional != json::value(false))
            return "for 'object' type, 'additionalProperties' must be explicitly set to false";
        return std::nullopt;
    }

    static fault_text check_values(const json::object& object) {
        if (const auto* least = object.if_contains("minItems"))
            if (*least != json::value(0) && *least != json::value(1))
                return "for 'array' type, 'minItems' values other than 0 or 1 are not supported";
        const auto* values = object.if_contains("enum");
        if (!values)
            return std::nullopt;
        const auto* list = values->if_array();
        const auto is_scalar = [](const json::value& value) { return !value.is_structured(); };
        if (!list || list->empty() || !std::all_of(list->begin(), list->end(), is_scalar))
            return "'enum' must be a list of scalar values";
        return std::nullopt;
    }

    fault_text walk_parts(const json::object& object) {
        for (const auto name : {"properties", "$defs", "definitions"})
            if (const auto* parts = object.if_contains(name)) {
                if (!parts->is_object())
                    return "'" + std::string(name) + "' must be an object";
                for (const auto& part : parts->get_object())
                    if (auto wrong = walk(part.value()))
                        return wrong;
            }
        for (const auto name : {"anyOf", "allOf"})
            if (const auto* parts = object.if_contains(name)) {
                if (!parts->is_array())
                    return "'" + std::string(name) + "' must be a list";
                for (const auto& part : parts->get_array())
                    if (auto wrong = walk(part))
                        return wrong;
            }
        if (const auto* items = object.if_contains("items"))
            return walk(*items);
        return std::nullopt;
    }

    fault_text follow(const json::value& reference) {
        const auto* target = reference.if_string();
        if (!target || !target->starts_with('#'))
            return "only local '$ref' is supported";
        const std::string pointer(*target);
        if (std::find(path_.begin(), path_.end(), pointer) != path_.end())
            return "recursive schemas are not supported";
        boost::system::error_code missing;
        const auto* found = root_.find_pointer(pointer.substr(1), missing);
        if (!found)
            return "'$ref' points to nothing: " + pointer;
        path_.push_back(pointer);
        auto wrong = walk(*found);
        path_.pop_back();
        return wrong;
    }

    const json::value& root_;
    std::vector<std::string> path_;
};

}  // namespace

std::optional<std::string> find_schema_fault(const json::value& schema) {
    return schema_walker(schema).walk(schema);
}

}  // namespace examwright
