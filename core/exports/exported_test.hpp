#pragma once

#include <string>
#include <vector>

#include "core/mcq.hpp"

namespace examwright {

/// A test as every export sees it: the one document model of the writers.
struct exported_test {
    std::string id;                        // a UUID; identifiers within a file are made from it
    std::string title;                     // never empty
    std::vector<std::string> topic_names;  // of the questions, by their index
    std::vector<mcq> questions;            // in their order; four or five options each
};

}  // namespace examwright
