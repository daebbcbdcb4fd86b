#include "core/language/language_names.hpp"

#include <algorithm>

#include "core/text/unicode.hpp"

namespace examwright {
namespace {

constexpr std::size_t longest_name = 60;  // bytes

struct named_language {
    language value;
    std::string_view english;
    std::string_view own;  // folded
    std::string_view code;
};

constexpr named_language known[] = {
    {language::english, "English", "english", "en"},         {language::german, "German", "deutsch", "de"},
    {language::french, "French", "français", "fr"},          {language::spanish, "Spanish", "español", "es"},
    {language::portuguese, "Portuguese", "português", "pt"}, {language::hindi, "Hindi", "हिन्दी", "hi"},
};

bool is_name_part(char32_t value) {
    return is_letter(value) || is_mark(value) || value == U' ' || value == U'-' || value == U'(' ||
           value == U')';
}

}  // namespace

result<std::string> read_output_language(std::string_view text) {
    text = trimmed(text);
    bool plain = !text.empty() && text.size() <= longest_name;
    for (std::size_t i = 0; plain && i < text.size();) {
        const auto next = decode_at(text, i);
        plain = is_name_part(next.value);
        i += next.length;
    }
    if (!plain)
        return invalid("language must be the name of a language, such as \"German\"");
    const auto folded = casefold(text);
    for (const auto& each : known)
        if (folded == casefold(each.english) || folded == casefold(each.own) || folded == each.code)
            return std::string(each.english);
    return std::string(text);
}

std::vector<std::string_view> output_language_codes() {
    std::vector<std::string_view> codes;
    for (const auto& each : known)
        codes.push_back(each.code);
    return codes;
}

language language_named(std::string_view english_name) {
    const auto found = std::ranges::find(known, english_name, &named_language::english);
    return found == std::end(known) ? language::unknown : found->value;
}

}  // namespace examwright
