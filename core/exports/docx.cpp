#include "core/exports/docx.hpp"

#include <boost/algorithm/string/replace.hpp>
#include <string_view>

#include "core/exports/docx_parts.hpp"
#include "core/exports/labels.hpp"
#include "core/exports/template_text.hpp"
#include "core/exports/xml_text.hpp"
#include "core/exports/zip_archive.hpp"
#include "core/text/unicode.hpp"

namespace examwright {
namespace {

/// Line breaks and tabs are elements between texts.
std::string text_xml(std::string_view text) {
    std::string xml = R"(<w:t xml:space="preserve">)" + xml_text(text) + "</w:t>";
    boost::algorithm::replace_all(xml, "\n", R"(</w:t><w:br/><w:t xml:space="preserve">)");
    boost::algorithm::replace_all(xml, "\t", R"(</w:t><w:tab/><w:t xml:space="preserve">)");
    return xml;
}

/// A paragraph's place in the lists of docx_parts::numbering.
struct list_place {
    int list = 0;  // 0: in none
    int level = 0;
};

constexpr list_place question_list{1, 0}, option_list{1, 1}, key_list{2, 0}, answer_list{3, 0};

/// style: the id of one in docx_parts::styles.
std::string paragraph(std::string_view style, std::string_view text, bool right_to_left,
                      list_place place = {}) {
    std::string xml = R"(<w:p><w:pPr><w:pStyle w:val=")" + std::string(style) + R"("/>)";
    if (place.list > 0)
        xml += R"(<w:numPr><w:ilvl w:val=")" + std::to_string(place.level) + R"("/><w:numId w:val=")" +
               std::to_string(place.list) + R"("/></w:numPr>)";
    xml += right_to_left ? "<w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr>" : "</w:pPr><w:r>";
    return xml + text_xml(text) + "</w:r></w:p>";
}

/// In the direction of its own text.
std::string heading(std::string_view style, std::string_view text) {
    return paragraph(style, text, reads_right_to_left(text));
}

std::string letter(std::size_t index) {
    return std::string(1, option_letter(index));
}

/// All of a question reads in the direction of its stem.
bool is_right_to_left(const question& question) {
    return reads_right_to_left(question.stem);
}

std::string question_part(const exported_test& test, const export_labels& labels) {
    std::string xml = heading("Title", test.title) + heading("Heading1", labels.questions);
    for (const auto& question : test.questions) {
        const bool rtl = is_right_to_left(question);
        xml += paragraph("Question", question.stem, rtl, question_list);
        for (const auto& option : question.options)
            xml += paragraph(&option == &question.options.back() ? "LastOption" : "Option", option, rtl,
                             option_list);
    }
    return xml;
}

std::string key_part(const exported_test& test, const export_labels& labels) {
    std::string xml = heading("NextPart", labels.answer_key);
    for (const auto& question : test.questions)
        xml += paragraph("Key", letter(question.correct), is_right_to_left(question), key_list);
    return xml;
}

std::string explanation_part(const exported_test& test, const export_labels& labels) {
    std::string xml = heading("NextPart", labels.explanations);
    for (const auto& question : test.questions) {
        const bool rtl = is_right_to_left(question);
        xml += paragraph("Answer", letter(question.correct) + ". " + question.options[question.correct], rtl,
                         answer_list);
        if (!question.explanation.empty())
            xml += paragraph("Explanation", question.explanation, rtl);
        if (!question.source_quote.empty())
            xml += paragraph("Quote", "“" + question.source_quote + "”", rtl);
        if (question.source_page)
            xml += paragraph("Source", place_of(question, labels), rtl);
    }
    return xml;
}

}  // namespace

std::string write_docx(const exported_test& test) {
    const auto labels = labels_of(test);
    const auto paragraphs =
        question_part(test, labels) + key_part(test, labels) + explanation_part(test, labels);
    return zip_archive({
        {"[Content_Types].xml", std::string(docx_parts::content_types)},
        {"_rels/.rels", std::string(docx_parts::package_relations)},
        {"docProps/core.xml", expand_template(docx_parts::properties, {{"title", xml_text(test.title)},
                                                                       {"language", labels.language}})},
        {"word/_rels/document.xml.rels", std::string(docx_parts::document_relations)},
        {"word/styles.xml", expand_template(docx_parts::styles, {{"language", labels.language}})},
        {"word/numbering.xml", std::string(docx_parts::numbering)},
        {"word/settings.xml", std::string(docx_parts::settings)},
        {"word/document.xml", expand_template(docx_parts::document, {{"paragraphs", paragraphs}})},
    });
}

}  // namespace examwright
