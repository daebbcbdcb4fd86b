#include "tools/extract/formats/text_plausibility.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string>

#include "core/text/unicode.hpp"

namespace examwright::extract {

namespace {

enum class script { latin, cyrillic, greek, hebrew, arabic, thai, kana, hangul, han, other };
constexpr std::size_t scripts = 10;

script script_of(char32_t c) {
    if (c < 0x250 || (c >= 0x1E00 && c < 0x1F00))
        return script::latin;
    if (c >= 0x370 && c < 0x400)
        return script::greek;
    if (c >= 0x400 && c < 0x530)
        return script::cyrillic;
    if (c >= 0x590 && c < 0x600)
        return script::hebrew;
    if (c >= 0x600 && c < 0x780)
        return script::arabic;
    if (c >= 0xE00 && c < 0xE80)
        return script::thai;
    if (c >= 0x3040 && c < 0x3100)
        return script::kana;
    if (c >= 0xAC00 && c < 0xD7B0)
        return script::hangul;
    return c >= 0x4E00 && c < 0xA000 ? script::han : script::other;
}

// The most frequent letters of the languages of a script, which make about half of a text or more. The
// encodings of one script move its letters about, and the frequencies with them.
constexpr std::u32string_view frequent_letters(script of) {
    switch (of) {
        case script::cyrillic: return U"оеаинтсрвлкдмпуяыі";
        case script::greek: return U"αοιετσνηρκπυςμάό";
        case script::hebrew: return U"יוהלאתרבשמנם";
        case script::arabic: return U"اليمونرتبةعدسف";
        case script::thai: return U"านรอกเงมยลวดท่้ี";
        case script::kana: return U"のにはをたがでてとしれさあるいなかっもこらすりンスルトイアラー";
        case script::hangul: return U"이다는의에가을고하지로기사한은도대를서어나리자시인";
        case script::han:
            return U"的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之"
                   U"年过发后作里"
                   U"這個們來為國說時會對學過發後裡長現經還進種體與關電場機動員實點"
                   U"日本語年月分行方者者学生見間思前何今本書文用法化性同合表定";
        default: return {};
    }
}

char32_t lower_of(char32_t c) {
    std::string folded;
    append_folded(folded, c);
    return folded.empty() ? c : decode_at(folded, 0).value;
}

/// What is counted of a text.
struct counts {
    std::array<std::size_t, scripts> letters{};
    std::size_t frequent = 0;
    std::size_t odd = 0;  // what no text has
    std::size_t cyrillic_vowels = 0;
    std::size_t hebrew_finals = 0;  // the forms of letters that end words
    bool short_u = false;           // Belarusian's
    bool dotted_i = false;
    std::size_t all = 0;  // characters that aren't ASCII
};

bool is_odd_sign(char32_t c) {
    return c == 0xFFFD || (c >= 0x80 && c < 0xA0) || (c >= 0xE000 && c < 0xF900) ||
           (c >= 0x2500 && c < 0x25A0) || (c >= 0xFF61 && c < 0xFFA0);
}

/// Signs that stand between words, or before and after them, but within none.
bool is_apart(char32_t c) {
    static constexpr std::u32string_view joining = U"'’-·ʼ‑\u00AD";
    return c >= 0x80 && !is_word_part(c) && !is_space(c) && joining.find(c) == joining.npos;
}

bool is_hebrew_final(char32_t c) {
    return c == U'ם' || c == U'ן' || c == U'ך' || c == U'ף' || c == U'ץ';
}

class counter {
  public:
    counts run(std::string_view text) {
        for (std::size_t i = 0; i < text.size();) {
            const auto next = decode_at(text, i);
            add(next.value);
            i += next.length;
        }
        return counts_;
    }

  private:
    void add(char32_t c) {
        if (c >= 0x80) {
            ++counts_.all;
            counts_.odd += is_odd_sign(c) ? 1u : 0u;
        }
        const bool letter = is_letter(c) || is_mark(c);
        counts_.dotted_i = counts_.dotted_i || c == U'і' || c == U'i';
        if (letter && c >= 0x80)
            add_letter(c);
        // A sign within a word: "najd³u¿sz¹".
        if (letter && between_ && is_letter(before_between_))
            ++counts_.odd;
        if (letter && is_letter(last_))
            compare(last_, c);
        between_ = is_apart(c) && is_letter(last_) && script_of(last_) < script::kana;
        before_between_ = between_ ? last_ : 0;
        last_ = c;
    }

    void add_letter(char32_t c) {
        static constexpr std::u32string_view vowels = U"аеиоуыэюяёіїєАЕИОУЫЭЮЯЁІЇЄ";
        const auto own = script_of(c);
        counts_.cyrillic_vowels += vowels.find(c) != vowels.npos ? 1u : 0u;
        counts_.hebrew_finals += is_hebrew_final(c) ? 1u : 0u;
        counts_.short_u = counts_.short_u || c == U'ў' || c == U'Ў';
        ++counts_.letters[static_cast<std::size_t>(own)];
        const auto frequent = frequent_letters(own);
        counts_.frequent +=
            frequent.find(lower_of(c)) != frequent.npos || frequent.find(c) != frequent.npos ? 1u : 0u;
    }

    /// Neighbours in a word: of one script, and no capital behind a small letter.
    void compare(char32_t left, char32_t right) {
        const auto a = script_of(left);
        const auto b = script_of(right);
        const bool east = a >= script::kana && b >= script::kana;
        counts_.odd += is_hebrew_final(left) && is_letter(right) ? 1u : 0u;
        if (a != b && !east && (left >= 0x80 || right >= 0x80))
            ++counts_.odd;
        else if (is_lower(left) && is_upper(right) && (left >= 0x80 || right >= 0x80))
            ++counts_.odd;
    }

    counts counts_;
    char32_t last_ = U' ';
    bool between_ = false;
    char32_t before_between_ = 0;
};

constexpr std::u32string_view alphabets[] = {
    U"äöüßéàè",            // German
    U"àâæçéèêëîïôœùûüÿñ",  // French
    U"áéíóúüñºª",          // Spanish
    U"áàâãçéêíóôõúüºª",    // Portuguese
    U"àèéìíîòóùú",         // Italian
    U"àçèéíïòóúü",         // Catalan
    U"åäöæøéüàèáóô",       // Scandinavian
    U"áéíóúýþæöð",         // Icelandic
    U"éëïóöüèêáíúä",       // Dutch
    U"ąćęłńóśźż",          // Polish
    U"áčďéěíňóřšťúůýž",    // Czech
    U"áäčďéíĺľňóôŕšťúýž",  // Slovak
    U"áéíóöőúüű",          // Hungarian
    U"čćđšž",              // Croatian, Slovene
    U"ăâîșțşţ",            // Romanian
    U"çğıöşüâîû",          // Turkish
    U"āčēģīķļņšūž",        // Latvian
    U"ąčęėįšųūž",          // Lithuanian
    U"äöõüšž",             // Estonian
    U"âêôơưăđáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ",
};

/// Cyrillic letters without the vowels that each language has, or with Belarusian's "ў" and without its "і".
bool is_no_cyrillic_language(const counts& found) {
    constexpr std::size_t enough = 20;
    const auto letters = found.letters[static_cast<std::size_t>(script::cyrillic)];
    const bool mute = found.cyrillic_vowels * 4 < letters;
    return letters >= enough && (mute || (found.short_u && !found.dotted_i));
}

}  // namespace

bool is_one_alphabet(std::string_view text) {
    std::u32string used;
    for (std::size_t i = 0; i < text.size();) {
        const auto next = decode_at(text, i);
        i += next.length;
        if (next.value < 0x80 || !is_letter(next.value))
            continue;
        // Folding takes accents off no letter here; it only makes them small.
        const auto small = next.value == U'İ'     ? U'ı'
                           : is_upper(next.value) ? next.value + (next.value < 0x100 ? 0x20 : 1)
                                                  : next.value;
        if (used.find(small) == used.npos)
            used += small;
    }
    return std::any_of(std::begin(alphabets), std::end(alphabets), [&](std::u32string_view alphabet) {
        return used.find_first_not_of(alphabet) == used.npos;
    });
}

double plausibility(std::string_view text) {
    const auto found = counter().run(text);
    if (found.all == 0)
        return 1;
    const auto all = static_cast<double>(found.all);
    if (static_cast<double>(found.odd) > all / 40)
        return 0;
    std::size_t letters = 0;
    for (const auto count : found.letters)
        letters += count;
    if (letters == 0)
        return 0.5;  // quotation marks and dashes only
    const auto latin = found.letters[static_cast<std::size_t>(script::latin)];
    const auto other = found.letters[static_cast<std::size_t>(script::other)];
    if (other * 20 > letters)
        return 0;
    if (latin * 20 > letters * 19)
        return is_one_alphabet(text) ? 1 : 0.2;
    if (is_no_cyrillic_language(found))
        return 0;
    const auto hebrew = found.letters[static_cast<std::size_t>(script::hebrew)];
    if (hebrew * 10 > letters * 9 && found.hebrew_finals > 0 && found.odd == 0)
        return 1;
    const auto east = found.letters[static_cast<std::size_t>(script::kana)] +
                      found.letters[static_cast<std::size_t>(script::hangul)] +
                      found.letters[static_cast<std::size_t>(script::han)];
    // Of thousands of characters the frequent ones make a smaller part.
    const double share = static_cast<double>(found.frequent) / static_cast<double>(letters);
    const double expected = east * 2 > letters ? std::min(1.0, share * 2.5) : share;
    return std::max(0.0, expected - 8 * static_cast<double>(found.odd) / all);
}

}  // namespace examwright::extract
