#include "core/document/passages.hpp"

#include <algorithm>

namespace examwright {

std::vector<std::string_view> passages_around(const document_text& document,
                                              const std::vector<quote_place>& places) {
    std::vector<passage> found;
    for (const auto& place : places)
        found.push_back(passage_around(document, place));
    std::sort(found.begin(), found.end(),
              [](passage left, passage right) { return left.begin < right.begin; });
    std::vector<passage> joined;
    for (const auto& next : found) {
        if (!joined.empty() && next.begin <= joined.back().end)
            joined.back().end = std::max(joined.back().end, next.end);
        else
            joined.push_back(next);
    }
    std::vector<std::string_view> texts;
    for (const auto& each : joined)
        texts.push_back(document.text().substr(each.begin, each.end - each.begin));
    return texts;
}

}  // namespace examwright
