#pragma once

#include <boost/json/object.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace examwright {

/// The parts of a question and of a review by the names that models, tools and people give them.
enum class part {
    list,  // of questions, or of reviews
    stem,
    options,
    key,
    wrong,  // a list of wrong options
    explanation,
    difficulty,
    topic,
    quote,
    idea,
    number,
    option_text,      // of an option that is an object
    option_label,     // "A", or an id
    option_is_key,    // a truth value
    reviewed_answer,  // what the reviewer chose
    also_right,
    flaw,
    critique,
};

/// The member under the first of the part's names that the object has, whatever their case, blanks and
/// underscores ("correct_option", "correctOption", "Correct Option"); null if there is none.
const boost::json::value* find_part(const boost::json::object& object, part sought);

/// A name without case, blanks and signs: "Correct option" is "correctoption".
std::string folded_name(std::string_view name);

/// The place that the name of a member gives to an option.
struct option_place {
    std::size_t index = 0;
    bool by_number = false;  // counted from 0 or from 1, which the other options tell
};

/// "A", "b)", "option_c", "choice 2". Nullopt for any other name.
std::optional<option_place> option_place_of(std::string_view name);

/// "wrong_1", "distractor2", "incorrect_answer_3": the number. Nullopt for any other name.
std::optional<std::size_t> wrong_number_of(std::string_view name);

}  // namespace examwright
