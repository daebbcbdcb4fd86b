#include "core/exports/qti.hpp"

#include <string_view>
#include <vector>

#include "core/exports/qti_parts.hpp"
#include "core/exports/template_text.hpp"
#include "core/exports/xml_text.hpp"
#include "core/exports/zip_archive.hpp"

namespace examwright {
namespace {

/// An identifier may not begin with a digit, as a UUID may.
std::string identifier(const std::string& id) {
    return "question-" + id;
}

std::string file_name(const std::string& id) {
    return "items/" + identifier(id) + ".xml";
}

/// The pattern once for each question.
std::string for_each_item(std::string_view pattern, const exported_test& test) {
    std::string xml;
    for (const auto& id : test.ids)
        xml += expand_template(pattern, {{"item", identifier(id)}, {"file", file_name(id)}});
    return xml;
}

std::string manifest(const exported_test& test) {
    return expand_template(qti_parts::manifest,
                           {{"test", test.id},
                            {"dependencies", for_each_item(qti_parts::manifest_dependency, test)},
                            {"items", for_each_item(qti_parts::manifest_item, test)}});
}

std::string assessment(const exported_test& test) {
    return expand_template(qti_parts::assessment,
                           {{"test", test.id},
                            {"title", xml_text(test.title)},
                            {"items", for_each_item(qti_parts::assessment_item, test)}});
}

std::string paragraph(std::string_view text) {
    return "<p>" + xml_lines(text, "<br/>") + "</p>";
}

std::string feedback(const question& question) {
    std::string xml;
    if (!question.explanation.empty())
        xml += paragraph(question.explanation);
    if (!question.source_quote.empty())
        xml += "<blockquote>" + paragraph(question.source_quote) + "</blockquote>";
    if (question.source_page)
        xml += paragraph("Page " + std::to_string(*question.source_page));
    return xml.empty() ? xml : expand_template(qti_parts::feedback, {{"content", xml}});
}

std::string choices(const question& question) {
    std::string xml;
    for (std::size_t i = 0; i < question.options.size(); ++i)
        xml += expand_template(qti_parts::choice, {{"letter", std::string(1, option_letter(i))},
                                                   {"text", xml_lines(question.options[i], "<br/>")}});
    return xml;
}

std::string item(const exported_test& test, std::size_t index) {
    const auto& question = test.questions[index];
    return expand_template(qti_parts::item, {{"item", identifier(test.ids[index])},
                                             {"title", xml_text(question_name(test, index))},
                                             {"key", std::string(1, option_letter(question.correct))},
                                             {"stem", xml_lines(question.stem, "<br/>")},
                                             {"choices", choices(question)},
                                             {"feedback", feedback(question)}});
}

}  // namespace

std::string write_qti(const exported_test& test) {
    std::vector<archived_file> files{{"imsmanifest.xml", manifest(test)}, {"test.xml", assessment(test)}};
    for (std::size_t i = 0; i < test.questions.size(); ++i)
        files.push_back({file_name(test.ids[i]), item(test, i)});
    return zip_archive(files);
}

}  // namespace examwright
