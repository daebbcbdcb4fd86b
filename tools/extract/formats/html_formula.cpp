#include "tools/extract/formats/html_formula.hpp"

#include <algorithm>
#include <array>

#include "core/text/unicode.hpp"
#include "tools/extract/formats/page_builder.hpp"

namespace examwright::extract {

namespace {

using namespace std::string_view_literals;

constexpr std::array elements = {"mfrac"sv, "msup"sv,   "msub"sv,       "msubsup"sv,
                                 "msqrt"sv, "munder"sv, "munderover"sv, "mroot"sv};

std::string joined(const std::vector<std::string>& pieces) {
    std::string all;
    for (const auto& each : pieces)
        all += each;
    return all;
}

}  // namespace

bool is_formula_of_parts(std::string_view element) {
    return std::find(elements.begin(), elements.end(), element) != elements.end();
}

std::string with_parts_in_line(std::string_view element, std::string text,
                               const std::vector<std::size_t>& parts) {
    if (parts.back() > text.size() || !std::is_sorted(parts.begin(), parts.end()))
        return text;  // a block within the formula has taken it
    std::vector<std::string> pieces;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto end = i + 1 < parts.size() ? parts[i + 1] : text.size();
        pieces.emplace_back(trimmed(std::string_view(text).substr(parts[i], end - parts[i])));
    }
    text.resize(parts.front());
    if (element == "msqrt")
        return text + "√(" + joined(pieces) + ")";
    if (pieces.size() < 2 || pieces.size() > 3)
        return text + joined(pieces);
    if (element == "mfrac")
        return text + "(" + pieces[0] + ")/(" + pieces[1] + ")";
    if (element == "mroot")
        return text + raised(pieces[1], {}) + "√(" + pieces[0] + ")";
    if (element == "msup")
        return text + pieces[0] + raised(pieces[1], pieces[0]);
    const auto upper = pieces.size() == 3 ? raised(pieces[2], pieces[0]) : std::string();
    return text + pieces[0] + lowered(pieces[1]) + upper;
}

}  // namespace examwright::extract
