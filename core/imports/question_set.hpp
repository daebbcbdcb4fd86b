#pragma once

#include <string>
#include <vector>

#include "core/mcq.hpp"

namespace examwright {

/// Questions that somebody brings along.
struct question_set {
    std::string title;  // empty, where the file tells none
    std::vector<mcq> questions;
};

}  // namespace examwright
