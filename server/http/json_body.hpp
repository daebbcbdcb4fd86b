#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/problem.hpp"

namespace examwright {

/// A request's JSON object. Reads are strict of types; a problem names its field. What nobody has asked for
/// is found by unknown_field().
class json_body {
  public:
    explicit json_body(boost::json::object object) : object_(std::move(object)) {}
    /// Not JSON, or not an object: a problem.
    static result<json_body> parse(std::string_view text);

    /// Missing and null are a problem for text(), nothing for the optional ones.
    result<std::string> text(std::string_view name) const;
    result<std::optional<std::string>> optional_text(std::string_view name) const;
    result<std::optional<std::int64_t>> optional_integer(std::string_view name) const;
    bool has(std::string_view name) const { return object_.contains(name); }
    /// Null, where it is missing. Belongs to this body.
    result<const boost::json::object*> optional_object(std::string_view name) const;
    result<const boost::json::array*> optional_array(std::string_view name) const;

    /// Names a field that none of the reads before asked for: a misspelt one must not pass for a missing one.
    /// read_only: fields of the answers that a client may send back, and that change nothing.
    std::optional<problem> unknown_field(std::initializer_list<std::string_view> read_only = {}) const;

  private:
    const boost::json::value* find(std::string_view name) const;

    boost::json::object object_;
    mutable std::vector<std::string> asked_;
};

}  // namespace examwright
