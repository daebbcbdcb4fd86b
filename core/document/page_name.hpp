#pragma once

#include <string_view>

namespace examwright {

/// Whether a document's pages may be called so: "page", "slide", "chapter", "section", "minute".
bool is_page_name(std::string_view name);

}  // namespace examwright
