#include "tools/extract/formats/sentence_signs.hpp"

#include <algorithm>
#include <iterator>

#include "core/text/unicode.hpp"

namespace examwright::extract {

bool ends_sentence(std::string_view text) {
    constexpr std::u32string_view ends = U".!?:;…。！？।॥؟۔";
    constexpr std::u32string_view closing = U")\"'”’»]】」』";
    while (!text.empty()) {
        const auto c = decode_before(text, text.size());
        if (ends.find(c.value) != ends.npos)
            return true;
        if (closing.find(c.value) == closing.npos)
            return false;
        text.remove_suffix(c.length);
    }
    return true;
}

bool is_caption(std::string_view text) {
    const auto blank = text.find(' ');
    if (blank == text.npos || blank + 1 >= text.size() || text[blank + 1] < '0' || text[blank + 1] > '9')
        return false;
    constexpr std::string_view names[] = {"fig",       "figure",  "fig.",    "table",  "tab.",
                                          "abbildung", "abb.",    "tabelle", "figura", "tabla",
                                          "tableau",   "listing", "рис.",    "таблица"};
    const auto first = casefold(text.substr(0, blank));
    return std::find(std::begin(names), std::end(names), first) != std::end(names);
}

}  // namespace examwright::extract
