#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <initializer_list>
#include <string_view>

namespace examwright {

/// Walks down objects; null where a step is missing.
inline const boost::json::value* member(const boost::json::value* value,
                                        std::initializer_list<std::string_view> path) {
    for (const auto name : path) {
        const auto* object = value ? value->if_object() : nullptr;
        value = object ? object->if_contains(name) : nullptr;
    }
    return value;
}

/// A string's text; empty for anything else.
inline std::string_view string_of(const boost::json::value* value) {
    const auto* text = value ? value->if_string() : nullptr;
    return text ? std::string_view(*text) : std::string_view();
}

}  // namespace examwright
