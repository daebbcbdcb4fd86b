#include "core/exports/html.hpp"

#include <string_view>

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
section.key { break-before: page; border-top: 1px solid #aaa; margin-top: 3rem; padding-top: 1rem; }
@page { margin: 2cm; }
@media print {
  body { margin: 0; padding: 0; max-width: none; }
  section.key { border: 0; margin: 0; padding: 0; }
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
        out += "<li>" + element("span", option) + "</li>\n";
    return out + "</ol></li>\n";
}

std::string key_item(const question& question) {
    std::string out = std::string("<li><strong>") + option_letter(question.correct) + "</strong>";
    if (!question.explanation.empty())
        out += element("p", question.explanation);
    if (!question.source_quote.empty())
        out += element("blockquote", question.source_quote);
    if (question.source_page)
        out += "<div class=\"page\">Page " + std::to_string(*question.source_page) + "</div>";
    return out + "</li>\n";
}

}  // namespace

std::string write_html(const exported_test& test) {
    const auto title = xml_text(test.title);
    std::string out = "<!doctype html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n";
    out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    out += "<title>" + title + "</title>\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n";
    out += element("h1", test.title) + "\n";
    out += "<div class=\"names\"><span>Name:</span><span>Date:</span></div>\n<ol class=\"questions\">\n";
    for (const auto& question : test.questions)
        out += question_item(question);
    out += "</ol>\n<section class=\"key\">\n<h2>Answer key</h2>\n<ol class=\"key\">\n";
    for (const auto& question : test.questions)
        out += key_item(question);
    return out + "</ol>\n</section>\n</body>\n</html>\n";
}

}  // namespace examwright
