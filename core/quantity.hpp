#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace examwright {

/// A text that is a number and at most a unit around it: "1,500", "-12.5 %", "$20", "about 3 km" is none.
struct quantity {
    double value = 0;
    std::string unit;  // what stands before and after the number, folded
};

std::optional<quantity> read_quantity(std::string_view text);

}  // namespace examwright
