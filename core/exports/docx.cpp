#include "core/exports/docx.hpp"

#include <string_view>

#include "core/exports/docx_parts.hpp"
#include "core/exports/template_text.hpp"
#include "core/exports/xml_text.hpp"
#include "core/exports/zip_archive.hpp"
#include "core/text/unicode.hpp"

namespace examwright {
namespace {

std::string text_xml(std::string_view text) {
    return R"(<w:t xml:space="preserve">)" + xml_lines(text, R"(</w:t><w:br/><w:t xml:space="preserve">)") +
           "</w:t>";
}

/// style: the id of one in docx_parts::styles. label, which may be empty, hangs before the text.
std::string paragraph(std::string_view style, std::string_view label, std::string_view text) {
    const bool rtl = reads_right_to_left(text);
    std::string xml = R"(<w:p><w:pPr><w:pStyle w:val=")" + std::string(style) + R"("/>)";
    xml += rtl ? "<w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr>" : "</w:pPr><w:r>";
    if (!label.empty())
        xml += text_xml(label) + "<w:tab/>";
    return xml + text_xml(text) + "</w:r></w:p>";
}

std::string number(std::size_t index) {
    return std::to_string(index + 1) + ".";
}

std::string letter(std::size_t index) {
    return std::string(1, option_letter(index)) + ".";
}

std::string question_part(const exported_test& test) {
    std::string xml = paragraph("Title", "", test.title) + paragraph("Heading1", "", "Questions");
    for (std::size_t i = 0; i < test.questions.size(); ++i) {
        const auto& options = test.questions[i].options;
        xml += paragraph("Question", number(i), test.questions[i].stem);
        for (std::size_t k = 0; k < options.size(); ++k)
            xml += paragraph(k + 1 < options.size() ? "Option" : "LastOption", letter(k), options[k]);
    }
    return xml;
}

std::string key_part(const exported_test& test) {
    std::string xml = paragraph("NextPart", "", "Answer key");
    for (std::size_t i = 0; i < test.questions.size(); ++i)
        xml += paragraph("Key", number(i), std::string(1, option_letter(test.questions[i].correct)));
    return xml;
}

std::string explanation_part(const exported_test& test) {
    std::string xml = paragraph("NextPart", "", "Explanations");
    for (std::size_t i = 0; i < test.questions.size(); ++i) {
        const auto& question = test.questions[i];
        xml += paragraph("Answer", number(i) + " " + letter(question.correct),
                         question.options[question.correct]);
        if (!question.explanation.empty())
            xml += paragraph("Explanation", "", question.explanation);
        if (!question.source_quote.empty())
            xml += paragraph("Quote", "", "“" + question.source_quote + "”");
        if (question.source_page)
            xml += paragraph("Source", "", "Page " + std::to_string(*question.source_page));
    }
    return xml;
}

}  // namespace

std::string write_docx(const exported_test& test) {
    const auto paragraphs = question_part(test) + key_part(test) + explanation_part(test);
    return zip_archive({
        {"[Content_Types].xml", std::string(docx_parts::content_types)},
        {"_rels/.rels", std::string(docx_parts::package_relations)},
        {"docProps/core.xml", expand_template(docx_parts::properties, {{"title", xml_text(test.title)}})},
        {"word/_rels/document.xml.rels", std::string(docx_parts::document_relations)},
        {"word/styles.xml", std::string(docx_parts::styles)},
        {"word/document.xml", expand_template(docx_parts::document, {{"paragraphs", paragraphs}})},
    });
}

}  // namespace examwright
