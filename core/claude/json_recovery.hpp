#pragma once

#include <boost/json/value.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/claude/json_scanner.hpp"

namespace examwright {

/// Reads JSON as models write it: trailing, doubled and missing commas, comments, raw line breaks, unescaped
/// quotation marks inside a string, typographic or single ones around it, names without any, Python's
/// constants; of a text that breaks off what is whole. A broken element of a list becomes null, so that it
/// costs itself. The time is linear in the text: a budget of steps is shared by all that is read from it.
class json_recovery : json_scanner {
  public:
    explicit json_recovery(std::string_view text);

    /// The object or list that begins at `at`, a bracket. Nullopt if nothing of it can be read.
    std::optional<boost::json::value> read(std::size_t at);
    /// Behind what read() read.
    std::size_t position() const { return at_; }
    /// Whether the text ended before what read() read last.
    bool broke_off() const { return broke_off_; }
    bool exhausted() const { return steps_ == 0; }

  private:
    enum class state { whole, cut_off, broken };

    state read_value(boost::json::value& into, int depth, place where);
    state read_object(boost::json::value& into, int depth);
    state read_array(boost::json::value& into, int depth);
    state read_name(std::string& into);
    state read_string(std::string& into, place where);
    state read_word(boost::json::value& into);
    state read_number(boost::json::value& into);
    bool find_next_element(std::size_t from, std::string_view first_name);

    bool broke_off_ = false;
    bool trusted_ = false;  // strict JSON: the first bare quotation mark ends a string
};

}  // namespace examwright
