#include "tools/extract/formats/symbol_font.hpp"

#include <string_view>

namespace examwright::extract {

namespace {

// From 0x20 and from 0xA1, as Adobe's Symbol encoding has them; a blank where there is none.
constexpr std::u32string_view low =
    U" !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
constexpr std::u32string_view high =
    U"ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|─↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑";

}  // namespace

char32_t symbol_character(bool is_symbol_font, char32_t code) {
    if (code >= 0xF000 && code < 0xF100)
        code -= 0xF000;
    if (!is_symbol_font) {
        if (code == 0xE0 || code == 0xE8)
            return U'→';
        if (code == 0xDF || code == 0xE7)
            return U'←';
        return code == 0xFC ? U'✓' : code >= 0x6C && code <= 0xA8 ? U'•' : 0;
    }
    if (code >= 0x20 && code - 0x20 < low.size())
        return low[code - 0x20];
    return code >= 0xA1 && code - 0xA1 < high.size() ? high[code - 0xA1] : 0;
}

}  // namespace examwright::extract
