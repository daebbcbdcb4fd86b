#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace examwright {

/// [begin, end) of each sentence, in order, without the white space around it. A heading or list item on a
/// line of its own counts as one. A sentence never runs over a blank line; it may run over a page's end.
struct sentence_span {
    std::size_t begin = 0;
    std::size_t end = 0;
};
std::vector<sentence_span> split_sentences(std::string_view text);

}  // namespace examwright
