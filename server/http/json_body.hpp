#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/problem.hpp"

namespace examwright {

/// A request's JSON object. Reads are tolerant of unknown members and strict of types; a problem names its
/// field.
class json_body {
  public:
    explicit json_body(boost::json::object object) : object_(std::move(object)) {}
    /// Not JSON, or not an object: a problem.
    static result<json_body> parse(std::string_view text);

    /// Missing and null are a problem for text(), nothing for the optional ones.
    result<std::string> text(std::string_view name) const;
    result<std::optional<std::string>> optional_text(std::string_view name) const;
    result<std::optional<std::int64_t>> optional_integer(std::string_view name) const;
    /// Null, where it is missing. Belongs to this body.
    result<const boost::json::object*> optional_object(std::string_view name) const;
    result<const boost::json::array*> optional_array(std::string_view name) const;

  private:
    const boost::json::value* find(std::string_view name) const;

    boost::json::object object_;
};

}  // namespace examwright
