#pragma once

#include <string_view>
#include <vector>

#include "core/offline/cloze_author.hpp"

namespace examwright::test {

/// What the author writes about the material, in two topics.
inline std::vector<question> write_questions(std::string_view material, int count,
                                             std::string_view existing = {}) {
    cloze_order order;
    order.material = material;
    order.count = count;
    order.topic_slugs = {"economics", "rivers"};
    order.existing = existing;
    return write_cloze(order);
}

}  // namespace examwright::test
