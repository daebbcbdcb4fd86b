#include "core/exports/html.hpp"

#include <string_view>

#include "core/exports/labels.hpp"
#include "core/exports/xml_text.hpp"

namespace examwright {

namespace {

constexpr std::string_view style = R"(
body { font: 12pt/1.45 Georgia, "Times New Roman", serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem;
  color: #000; background: #fff; }
h1 { font-size: 1.5em; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.2em; margin: 0 0 1rem; }
h1, h2, p, li > span, blockquote { white-space: pre-wrap; overflow-wrap: anywhere; }
p, blockquote { margin: .3rem 0; }
.names { display: flex; gap: 2rem; margin: 0 0 1.5rem; }
.names span { flex: 1; border-bottom: 1px solid #000; padding-bottom: .2rem; }
ol.questions, ol.key { padding-inline: 2.2em; }
ol.questions > li, ol.key > li { margin-bottom: 1.1rem; break-inside: avoid; }
ol.options { list-style: upper-alpha; padding-inline-start: 1.8em; margin: .3rem 0 0; }
blockquote, .page { font-size: .85em; color: #444; }
blockquote { border-inline-start: 2px solid #aaa; padding-inline-start: .7em; }
section { break-before: page; border-top: 1px solid #aaa; margin-top: 3rem; padding-top: 1rem; }
ol.sheet { columns: 3; padding-inline-start: 2.2em; }
ol.sheet > li { break-inside: avoid; margin-bottom: .5rem; }
ol.sheet span { display: inline-block; width: 1.5em; height: 1.5em; margin-inline-start: .35em; line-height: 1.5em;
  border: 1px solid #000; border-radius: 50%; text-align: center; font-size: .75em; }
@page { margin: 2cm; }
@media print {
  body { margin: 0; padding: 0; max-width: none; }
  section { border: 0; margin: 0; padding: 0; }
}
)";

/// <name dir="auto">text</name>: each text is written in the direction of its own script.
std::string element(std::string_view name, std::string_view text) {
    std::string out = "<";
    out.append(name).append(" dir=\"auto\">").append(xml_text(text));
    return out.append("</").append(name).append(">");
}

std::string question_item(const question& question) {
    // In the direction of the stem, its number and letters stand where its readers expect them.
    std::string out = "<li dir=\"auto\"><p>" + xml_text(question.stem) + "</p>\n<ol class=\"options\">\n";
    for (const auto& option : question.options)
        out += "<li><span>" + xml_text(option) + "</span></li>\n";
    return out + "</ol></li>\n";
}

std::string key_item(const question& question, const export_labels& labels) {
    std::string out =
        std::string("<li dir=\"auto\"><strong>") + option_letter(question.correct) + "</strong>";
    if (!question.explanation.empty())
        out += element("p", question.explanation);
    if (!question.source_quote.empty())
        out += element("blockquote", question.source_quote);
    if (question.source_page)
        out += "<div class=\"page\">" + place_of(question, labels) + "</div>";
    return out + "</li>\n";
}

/// Circles to mark.
std::string sheet_item(const question& question) {
    std::string out = "<li>";
    for (std::size_t i = 0; i < question.options.size(); ++i)
        out += std::string("<span>") + option_letter(i) + "</span>";
    return out + "</li>\n";
}

std::string names(const export_labels& labels) {
    return "<div class=\"names\"><span>" + labels.name + ":</span><span>" + labels.date + ":</span></div>\n";
}

std::string head(const exported_test& test, const export_labels& labels) {
    std::string out =
        "<!doctype html>\n<html lang=\"" + labels.language + "\">\n<head>\n<meta charset=\"utf-8\">\n";
    out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    return out + "<title>" + xml_text(test.title) + "</title>\n<style>" + std::string(style) +
           "</style>\n</head>\n";
}

std::string section(const std::string& list, const std::string& heading, const std::string& above,
                    const std::string& items) {
    return "<section class=\"" + list + "\">\n<h2>" + heading + "</h2>\n" + above + "<ol class=\"" + list +
           "\">\n" + items + "</ol>\n</section>\n";
}

}  // namespace

std::string write_html(const exported_test& test) {
    const auto labels = labels_of(test);
    std::string questions, circles, keys;
    for (const auto& question : test.questions) {
        questions += question_item(question);
        circles += sheet_item(question);
        keys += key_item(question, labels);
    }
    return head(test, labels) + "<body>\n" + element("h1", test.title) + "\n" + names(labels) +
           "<ol class=\"questions\">\n" + questions + "</ol>\n" +
           section("sheet", labels.answer_sheet, names(labels), circles) +
           section("key", labels.answer_key, "", keys) + "</body>\n</html>\n";
}

}  // namespace examwright
