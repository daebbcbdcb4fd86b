#include "core/document/page_name.hpp"

#include <algorithm>
#include <array>

namespace examwright {

bool is_page_name(std::string_view name) {
    constexpr std::array<std::string_view, 5> names = {"page", "slide", "chapter", "section", "minute"};
    return std::ranges::find(names, name) != names.end();
}

}  // namespace examwright
