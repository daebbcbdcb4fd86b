#pragma once

#include <cstddef>
#include <vector>

namespace examwright {

/// What the selection looks at of an accepted question.
struct selectable {
    std::size_t position = 0;  // byte of its quote in the document
    double score = 0;
    std::size_t key = 0;  // index of its correct option
    bool key_is_longest = false;
    std::vector<std::size_t>
        hints;  // the questions that should not stand beside it: one names the other's key
};

/// The indices of the best `wanted`, in the order of the document. First each of `wanted` equal parts of the
/// document gives one question, then another, and so on; among those of a part, and among parts when there
/// are too many, the better score goes first, then the key's letter that is used least. Questions whose key
/// is the longest option make up a third at most, and none stands beside one of its hints, as long as there
/// are others. From eight questions on, a letter that would be nobody's key takes the place of a nearby
/// question that is hardly better.
std::vector<std::size_t> select_best(const std::vector<selectable>& questions, std::size_t wanted,
                                     std::size_t document_bytes);

}  // namespace examwright
