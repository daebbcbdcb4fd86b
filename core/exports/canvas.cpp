#include "core/exports/canvas.hpp"

#include <string_view>

#include "core/exports/canvas_parts.hpp"
#include "core/exports/safe_html.hpp"
#include "core/exports/template_text.hpp"
#include "core/exports/xml_text.hpp"
#include "core/exports/zip_archive.hpp"

namespace examwright {

namespace {

std::string html(std::string_view text) {
    return xml_text(safe_html(text));
}

std::string canvas_choices(const question& question) {
    std::string xml;
    for (std::size_t i = 0; i < question.options.size(); ++i)
        xml += expand_template(canvas_parts::choice, {{"letter", std::string(1, option_letter(i))},
                                                      {"text", html(question.options[i])}});
    return xml;
}

std::string item(const exported_test& test, std::size_t index) {
    const auto& question = test.questions[index];
    const bool explained = !question.explanation.empty();
    return expand_template(
        canvas_parts::item,
        {{"item", "question-" + test.ids[index]},
         {"title", xml_text(question_name(test, index))},
         {"stem", html(question.stem)},
         {"choices", canvas_choices(question)},
         {"key", std::string(1, option_letter(question.correct))},
         {"show_feedback", explained ? std::string(canvas_parts::show_feedback) : ""},
         {"feedback",
          explained ? expand_template(canvas_parts::feedback, {{"text", html(question.explanation)}}) : ""}});
}

}  // namespace

std::string write_canvas(const exported_test& test) {
    const auto id = "test-" + test.id;
    std::string items;
    for (std::size_t i = 0; i < test.questions.size(); ++i)
        items += item(test, i);
    const auto assessment = expand_template(
        canvas_parts::assessment, {{"test", id}, {"title", xml_text(test.title)}, {"items", items}});
    return zip_archive({{"imsmanifest.xml", expand_template(canvas_parts::manifest, {{"test", id}})},
                        {id + "/" + id + ".xml", assessment}});
}

}  // namespace examwright
