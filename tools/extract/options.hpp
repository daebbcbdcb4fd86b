#pragma once

#include <cstddef>
#include <string>

namespace examwright::extract {

inline constexpr const char* usage =
    "usage: examwright-extract --type pdf|text|markdown [--max-pages N] [--max-characters N] < FILE\n"
    "       examwright-extract --report-sandbox\n";

struct options {
    std::string type;
    int max_pages = 100;
    std::size_t max_characters = 500'000;
    bool report_sandbox = false;
};

/// failure (usage) where the arguments make no sense.
options parse_options(int argc, char** argv);

}  // namespace examwright::extract
