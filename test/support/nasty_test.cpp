#include "test/support/nasty_test.hpp"

#include <chrono>

namespace examwright::test {

exported_test nasty_test() {
    question markup;
    markup.stem = "Is <b>x</b> & \"y\" 'z'\nin {{A}} ~ = # or $\\frac{1}{2}$?\x01\f";
    markup.options = {"]]> [sound:a.mp3]", "नदी 🦀", "النهر (river)", "std::map<int, char>"};
    markup.correct = 2;
    markup.explanation = "First line\n\n  third & last";
    markup.level = difficulty::hard;
    markup.topic_slug = "history";
    markup.source_quote = "He said: <no>.";
    markup.source_page = 7;
    question five;
    five.stem = "ما أطول نهر؟";
    five.options = {"1", "2", "3", "4", "5"};
    five.correct = 4;
    exported_test test;
    test.id = "0b5a0d1e-3c53-4d0f-9a52-5d6f1a5f0001";
    test.title = "A::B & <C>";
    test.questions = {markup, five};
    test.ids = {"0b5a0d1e-3c53-4d0f-9a52-5d6f1a5f0002", "9b5a0d1e-3c53-4d0f-9a52-5d6f1a5f0003"};
    test.updated_at = timestamp(std::chrono::seconds(1'700'000'000));
    return test;
}

}  // namespace examwright::test
