#pragma once

#include <boost/json/object.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/problem.hpp"
#include "core/question/question_labels.hpp"

namespace examwright {

/// The options of a question as they were found, before their labels are taken off.
struct options_reading {
    std::vector<std::string> texts;
    std::vector<std::string> ids;        // what each is called, where that is told; else empty
    std::optional<std::size_t> key;      // where the options themselves tell it
    bool lettered = false;               // under letters, so that a letter is no option's text
    bool numbers = false;                // written as numbers, so that a number is an option's text first
    std::optional<label_series> series;  // of the labels that were taken off, where the key may name them
    bool several_keys = false;
};

/// Options as an object by letters, as a list of texts or objects, as lines of one text, as members of the
/// question itself, or as a key and wrong ones.
result<options_reading> read_options(const boost::json::object& item);

}  // namespace examwright
