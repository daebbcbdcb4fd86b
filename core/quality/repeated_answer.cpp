#include "core/quality/repeated_answer.hpp"

#include <algorithm>

#include "core/quality/rejection.hpp"

namespace examwright {
namespace {

bool same_key(const question& left, const question& right) {
    return normalized(left.options[left.correct]) == normalized(right.options[right.correct]);
}

bool same_place(const quote_place& left, const quote_place& right) {
    const auto begin = std::max(left.begin, right.begin);
    const auto end = std::min(left.end, right.end);
    const auto shorter = std::min(left.end - left.begin, right.end - right.begin);
    return begin < end && (end - begin) * 2 >= shorter;
}

}  // namespace

bool repeats_answer(const question& left, const question& right) {
    return same_key(left, right) && normalized(left.source_quote) == normalized(right.source_quote);
}

bool repeats_answer(const grounded_question& left, const grounded_question& right) {
    return repeats_answer(left.content, right.content) ||
           (same_place(left.place, right.place) && same_key(left.content, right.content));
}

}  // namespace examwright
