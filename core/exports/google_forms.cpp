#include "core/exports/google_forms.hpp"

#include <boost/algorithm/string/replace.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <string_view>

namespace examwright {

namespace json = boost::json;

namespace {

constexpr std::string_view script_head = R"(// Makes this test as a quiz in Google Forms.
// 1. Open https://script.google.com and choose "New project".
// 2. Replace what stands there by this whole text, and press "Run".
// 3. Allow it to make forms. The address of the quiz is in the log below; the quiz is in your Drive.
const quiz = )";

constexpr std::string_view body = R"(;

function makeQuiz() {
  const form = FormApp.create(quiz.title);
  form.setIsQuiz(true);
  quiz.questions.forEach((question) => {
    const item = form.addMultipleChoiceItem();
    item.setTitle(question.text);
    item.setRequired(true);
    item.setPoints(1);
    item.setChoices(question.choices.map((text, index) => item.createChoice(text, index === question.right)));
    if (question.explanation) {
      const feedback = FormApp.createFeedback().setText(question.explanation).build();
      item.setFeedbackForCorrect(feedback);
      item.setFeedbackForIncorrect(feedback);
    }
  });
  Logger.log(form.getEditUrl());
}
)";

json::object form_item(const question& question) {
    json::array choices;
    for (const auto& option : question.options)
        choices.push_back(json::string(on_one_line(option)));
    return {{"text", question.stem},
            {"choices", std::move(choices)},
            {"right", question.correct},
            {"explanation", question.explanation}};
}

/// JSON that is also a literal of every JavaScript, and harmless within HTML.
std::string literal(const json::value& value) {
    auto text = json::serialize(value);
    boost::algorithm::replace_all(text, "<", "\\u003c");
    boost::algorithm::replace_all(text, "\xE2\x80\xA8", "\\u2028");
    boost::algorithm::replace_all(text, "\xE2\x80\xA9", "\\u2029");
    return text;
}

}  // namespace

std::string write_google_forms(const exported_test& test) {
    json::array questions;
    for (const auto& each : test.questions)
        questions.push_back(form_item(each));
    const json::object quiz{{"title", test.title}, {"questions", std::move(questions)}};
    return std::string(script_head) + literal(quiz) + std::string(body);
}

}  // namespace examwright
