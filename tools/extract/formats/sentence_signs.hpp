#pragma once

#include <string_view>

namespace examwright::extract {

/// Whether the text ends as a sentence or a clause does, quotation marks and brackets aside.
bool ends_sentence(std::string_view text);

/// "Figure 3 shows", "Tab. 2": the caption of a picture or a table.
bool is_caption(std::string_view text);

}  // namespace examwright::extract
