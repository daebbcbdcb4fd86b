#include "core/document/unicode_encoding.hpp"

#include <boost/test/unit_test.hpp>

using namespace examwright;
using namespace std::string_literals;

BOOST_AUTO_TEST_SUITE(unicode_encoding)

namespace {

using encoding = examwright::unicode_encoding;

encoding found_in(std::string_view bytes) {
    return detect_unicode(bytes).encoding;
}

std::string utf16le(std::u16string_view text) {
    std::string bytes;
    for (const char16_t unit : text) {
        bytes += static_cast<char>(unit & 0xFF);
        bytes += static_cast<char>(unit >> 8);
    }
    return bytes;
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

}  // namespace

BOOST_AUTO_TEST_CASE(stray_zero_bytes_make_no_other_encoding_of_a_text) {
    const auto sentence = "The heart pumps blood through the body, and it beats all day. "s;
    for (const auto& text :
         {sentence + "\0"s + sentence, repeated(sentence + "\0"s, 30), repeated(sentence + "\0"s, 200),
          "\0"s + sentence, "Q\0 one?\nA) x\0\nB) y\nANSWER: A\n"s, "::Q\0::a\0b{=c\0 ~d\0}\n"s,
          repeated("Größe\0 und Maß. "s, 300)})
        BOOST_TEST((found_in(text) == encoding::none), text);
}

BOOST_AUTO_TEST_CASE(texts_of_other_scripts_stay_what_they_are) {
    for (const auto& text : {u"Größe? {=größer ~ kleiner}", u"Столица России - Москва, или нет?",
                             u"心臓は血液を送り出す。一日中 beats", u"心脏把血液输送到全身。一天 24 小时"})
        BOOST_TEST((found_in(utf16le(text)) == encoding::utf16le));
    BOOST_TEST((found_in("\x01\0\x02\x03"s) == encoding::none));
}

BOOST_AUTO_TEST_SUITE_END()
