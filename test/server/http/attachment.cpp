#include "server/http/attachment.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(attachment)

BOOST_AUTO_TEST_CASE(names_are_safe_and_tell_the_title) {
    const struct {
        std::string title;
        const char* ascii;
        const char* full;
    } cases[] = {
        {"Cell biology", "Cell biology", "Cell%20biology"},
        {"../../etc/passwd", "-..-etc-passwd", "-..-etc-passwd"},
        {"C:\\a\"b\"?*<|>", "C--a-b------", "C--a-b------"},
        {"a\r\nSet-Cookie: b", "aSet-Cookie- b", "aSet-Cookie-%20b"},
        {" .hidden. ", "hidden", "hidden"},
        {"100% 'sure'", "100_ 'sure'", "100%25%20%27sure%27"},
        {"Größe 1", "Gr__e 1", "Gr%C3%B6%C3%9Fe%201"},
        {"नदी", "test", "%E0%A4%A8%E0%A4%A6%E0%A5%80"},
        {"", "test", "test"},
        {"...", "test", "test"},
        {"con", "_con", "_con"},
        {"LPT1.txt", "_LPT1.txt", "_LPT1.txt"},
        {"console", "console", "console"},
        {"\u202Egnp.exe", "gnp.exe", "gnp.exe"},
    };
    for (const auto& [title, ascii, full] : cases)
        BOOST_TEST(examwright::attachment(title, "gift") == std::string("attachment; filename=\"") + ascii +
                                                                ".gift\"; filename*=UTF-8''" + full +
                                                                ".gift");
}

BOOST_AUTO_TEST_CASE(a_long_title_is_cut_between_characters) {
    std::string title;
    for (int i = 0; i < 60; ++i)
        title += "é";  // two bytes each
    title = "x" + title;
    const auto value = examwright::attachment(title, "csv");
    BOOST_TEST(value.ends_with("%C3%A9.csv"));
    BOOST_TEST(value.size() < 500u);
}

BOOST_AUTO_TEST_SUITE_END()
