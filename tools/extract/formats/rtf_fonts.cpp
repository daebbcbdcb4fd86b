#include "tools/extract/formats/rtf_fonts.hpp"

#include <array>

namespace examwright::extract {

namespace {

struct charset {
    int number;
    int code_page;
};
constexpr std::array charsets = {
    charset{77, 10000}, charset{128, 932},  charset{129, 949},  charset{130, 1361}, charset{134, 936},
    charset{136, 950},  charset{161, 1253}, charset{162, 1254}, charset{163, 1258}, charset{177, 1255},
    charset{178, 1256}, charset{186, 1257}, charset{204, 1251}, charset{222, 874},  charset{238, 1250},
    charset{254, 437},  charset{255, 850}};
constexpr int symbol_charset = 2;

}  // namespace

std::string rtf_fonts::code_page_name(int page) {
    switch (page) {
        case 437: return "IBM437";
        case 850: return "IBM850";
        case 852: return "IBM852";
        case 866: return "IBM866";
        case 874: return "windows-874";
        case 932: return "Shift_JIS";
        case 936: return "GBK";
        case 949: return "windows-949";
        case 950: return "Big5";
        case 1361: return "Johab";
        case 10000: return "macintosh";
        case 65001: return "UTF-8";
        default: break;
    }
    return page >= 1250 && page <= 1258 ? "windows-" + std::to_string(page) : "windows-1252";
}

void rtf_fonts::set_charset(int number) {
    auto& own = fonts_[current_];
    if (number == symbol_charset)
        own.signs = symbols::symbol;
    for (const auto& each : charsets)
        if (each.number == number)
            own.encoding = code_page_name(each.code_page);
}

void rtf_fonts::add_name(std::string_view text) {
    auto& own = fonts_[current_];
    if (own.signs != symbols::none && (text.starts_with("Wingdings") || text.starts_with("Webdings")))
        own.signs = symbols::pictures;
}

const rtf_fonts::font& rtf_fonts::find(int number) const {
    static const font unknown;
    const auto found = fonts_.find(number);
    return found == fonts_.end() ? unknown : found->second;
}

}  // namespace examwright::extract
