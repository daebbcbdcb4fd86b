#include "core/imports/scripts.hpp"

#include <map>
#include <optional>

#include "core/text/unicode.hpp"

namespace examwright {

namespace {

using characters = std::map<char32_t, char32_t>;

const characters subscripts{{'0', U'₀'},  {'1', U'₁'}, {'2', U'₂'}, {'3', U'₃'}, {'4', U'₄'}, {'5', U'₅'},
                            {'6', U'₆'},  {'7', U'₇'}, {'8', U'₈'}, {'9', U'₉'}, {'+', U'₊'}, {'-', U'₋'},
                            {U'−', U'₋'}, {'=', U'₌'}, {'(', U'₍'}, {')', U'₎'}};
const characters superscripts{{'0', U'⁰'},  {'1', U'¹'},  {'2', U'²'}, {'3', U'³'}, {'4', U'⁴'}, {'5', U'⁵'},
                              {'6', U'⁶'},  {'7', U'⁷'},  {'8', U'⁸'}, {'9', U'⁹'}, {'+', U'⁺'}, {'-', U'⁻'},
                              {U'−', U'⁻'}, {'=', U'⁼'},  {'(', U'⁽'}, {')', U'⁾'}, {'n', U'ⁿ'}, {'i', U'ⁱ'},
                              {U'°', U'°'}, {U'º', U'º'}, {U'ª', U'ª'}};

std::optional<std::string> mapped(std::string_view text, const characters& known) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto c = decode_at(text, i);
        const auto found = known.find(c.value);
        if (found == known.end())
            return std::nullopt;
        append_utf8(out, found->second);
        i += c.length;
    }
    return out;
}

std::string script(std::string_view text, const characters& known, char mark) {
    text = trimmed(text);
    if (text.empty())
        return {};
    if (auto out = mapped(text, known))
        return *out;
    const bool single = decode_at(text, 0).length == text.size();
    return mark + (single ? std::string(text) : "{" + std::string(text) + "}");
}

}  // namespace

std::string subscript(std::string_view text) {
    return script(text, subscripts, '_');
}

std::string superscript(std::string_view text) {
    return script(text, superscripts, '^');
}

}  // namespace examwright
