#include "core/exports/moodle_xml.hpp"

#include <string_view>

#include "core/exports/safe_html.hpp"
#include "core/exports/xml_text.hpp"

namespace examwright {

namespace {

/// HTML as the text of an element.
std::string text(std::string_view plain) {
    return "<text>" + xml_text(moodle_html(plain)) + "</text>";
}

std::string answer(std::string_view option, bool correct) {
    return std::string("    <answer fraction=\"") + (correct ? "100" : "0") + "\" format=\"html\">" +
           text(option) + "<feedback format=\"html\"><text></text></feedback></answer>\n";
}

std::string tag(std::string_view name) {
    return "<tag><text>" + xml_text(name) + "</text></tag>";
}

std::string question_xml(const question& question, std::string_view name) {
    std::string out = "  <question type=\"multichoice\">\n";
    out += "    <name><text>" + xml_text(name) + "</text></name>\n";
    out += "    <questiontext format=\"html\">" + text(question.stem) + "</questiontext>\n";
    out += "    <generalfeedback format=\"html\">" + text(question.explanation) + "</generalfeedback>\n";
    out += "    <defaultgrade>1</defaultgrade>\n    <penalty>0.3333333</penalty>\n    <hidden>0</hidden>\n";
    out += "    <single>true</single>\n    <shuffleanswers>true</shuffleanswers>\n";
    out += "    <answernumbering>ABCD</answernumbering>\n";
    for (std::size_t i = 0; i < question.options.size(); ++i)
        out += answer(question.options[i], i == question.correct);
    out += "    <tags>" + tag(to_string(question.level));
    if (!question.topic_slug.empty())
        out += tag(question.topic_slug);
    return out + "</tags>\n  </question>\n";
}

}  // namespace

std::string write_moodle_xml(const exported_test& test) {
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n";
    for (std::size_t i = 0; i < test.questions.size(); ++i)
        out += question_xml(test.questions[i], question_name(test, i));
    return out + "</quiz>\n";
}

}  // namespace examwright
