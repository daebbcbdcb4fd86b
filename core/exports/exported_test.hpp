#pragma once

#include <string>
#include <vector>

#include "core/mcq.hpp"

namespace examwright {

/// A test as every export sees it: the one document model of the writers.
struct exported_test {
    std::string id;                        // a UUID; identifiers within a file are made from it and `ids`
    std::string title;                     // never empty
    std::vector<std::string> topic_names;  // of the questions, by their index
    std::vector<mcq> questions;            // in their order; four or five options each
    std::vector<std::string> ids;          // UUIDs of the questions, by their index: a reader that knows one
                                           // brings its question up to date, instead of adding another
};

}  // namespace examwright
