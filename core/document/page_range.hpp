#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/problem.hpp"

namespace examwright {

/// The highest number that a page may have.
inline constexpr int highest_page = 100'000;

/// Pages [first, last] of a document, from 1.
struct page_range {
    int first = 1;
    int last = 1;
    bool operator==(const page_range&) const = default;
};

/// "12-30", "3, 5-7": in order and joined where they touch. The problem tells the form, or that nothing is
/// named; pages run to highest_page.
result<std::vector<page_range>> parse_page_ranges(std::string_view text);

/// "3, 5-7".
std::string to_string(const std::vector<page_range>& ranges);

}  // namespace examwright
