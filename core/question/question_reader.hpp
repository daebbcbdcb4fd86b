#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.hpp"
#include "core/question/question.hpp"

namespace examwright {

// The one reader of questions in JSON, for replies of models, for imports and for `check`: every shape that
// member_names.hpp has names for.

/// Whether an object has a stem and something like options.
bool looks_like_question(const boost::json::object& object);

/// The problem of a question in which a formula can't be read back with certainty.
inline constexpr std::string_view torn_sentence =
    "a formula in it can't be read; in JSON its backslashes are written twice";

/// Reads at most `most` questions; one that can't be read is a problem whose sentence follows "Question 3: ".
/// What only all of them tell is told by all: whether keys count from 0 or from 1, and whether the numbers
/// before the stems count the questions.
std::vector<result<question>> read_questions(const boost::json::array& items, std::size_t most);

/// The text of a string or a number, without what no document can hold: control and non-characters.
std::string text_of(const boost::json::value* value);

/// Whether decode_json_string() could not tell what a text says.
bool is_torn(std::string_view text);

}  // namespace examwright
