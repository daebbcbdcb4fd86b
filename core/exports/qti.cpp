#include "core/exports/qti.hpp"

#include <string_view>
#include <vector>

#include "core/exports/labels.hpp"
#include "core/exports/qti_parts.hpp"
#include "core/exports/safe_html.hpp"
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

/// A text of several lines as a block a line: importers read two line breaks where a <br/> stands.
std::string lines(std::string_view text) {
    std::string xml;
    for (;;) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        xml += "<div>" + (line.empty() ? "&#160;" : xhtml(line)) + "</div>";
        if (end == text.npos)
            return xml;
        text.remove_prefix(end + 1);
    }
}

bool has_lines(std::string_view text) {
    return text.find('\n') != text.npos;
}

std::string flow(std::string_view text) {
    return has_lines(text) ? lines(text) : xhtml(text);
}

std::string html_paragraph(std::string_view text) {
    return has_lines(text) ? lines(text) : "<p>" + xhtml(text) + "</p>";
}

std::string feedback(const question& question, const export_labels& labels) {
    std::string xml;
    if (!question.explanation.empty())
        xml += html_paragraph(question.explanation);
    if (!question.source_quote.empty())
        xml += "<blockquote>" + html_paragraph(question.source_quote) + "</blockquote>";
    if (question.source_page)
        xml += html_paragraph(place_of(question, labels));
    return xml.empty() ? xml : expand_template(qti_parts::feedback, {{"content", xml}});
}

std::string choices(const question& question) {
    std::string xml;
    for (std::size_t i = 0; i < question.options.size(); ++i)
        xml += expand_template(qti_parts::choice, {{"letter", std::string(1, option_letter(i))},
                                                   {"text", flow(question.options[i])}});
    return xml;
}

/// The stem, unless it stands above the choices as lines: a prompt holds none.
std::string prompt(std::string_view stem) {
    return has_lines(stem) ? "" : expand_template(qti_parts::prompt, {{"stem", xhtml(stem)}});
}

std::string item(const exported_test& test, std::size_t index, const export_labels& labels) {
    const auto& question = test.questions[index];
    return expand_template(qti_parts::item, {{"item", identifier(test.ids[index])},
                                             {"title", xml_text(question_name(test, index))},
                                             {"key", std::string(1, option_letter(question.correct))},
                                             {"lines", has_lines(question.stem) ? lines(question.stem) : ""},
                                             {"prompt", prompt(question.stem)},
                                             {"choices", choices(question)},
                                             {"feedback", feedback(question, labels)}});
}

}  // namespace

std::string write_qti(const exported_test& test) {
    std::vector<archived_file> files{{"imsmanifest.xml", manifest(test)}, {"test.xml", assessment(test)}};
    const auto labels = labels_of(test);
    for (std::size_t i = 0; i < test.questions.size(); ++i)
        files.push_back({file_name(test.ids[i]), item(test, i, labels)});
    return zip_archive(files);
}

}  // namespace examwright
