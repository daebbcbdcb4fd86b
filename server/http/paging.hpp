#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/problem.hpp"
#include "db/records.hpp"
#include "server/http/message.hpp"

namespace examwright {

/// ?limit=1..100 (50, or what is said) and &offset=0.. (0).
result<page_request> read_page(const http_request& request, int limit = 50);

/// A page of a list that is short enough to be read whole.
template <class T>
page_of<T> cut_page(std::vector<T> all, page_request page) {
    const auto total = static_cast<std::int64_t>(all.size());
    const auto begin = std::min<std::int64_t>(page.offset, total);
    const auto end = std::min<std::int64_t>(begin + page.limit, total);
    all.erase(all.begin() + end, all.end());
    all.erase(all.begin(), all.begin() + begin);
    return {std::move(all), total};
}

}  // namespace examwright
