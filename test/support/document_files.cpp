#include "test/support/document_files.hpp"

#include <cstddef>
#include <cstdio>
#include <sstream>

#include "test/support/zip_writer.hpp"

namespace examwright::test {

namespace {

using parts = std::vector<std::pair<std::string, std::string>>;

const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const std::string xml = "<?xml version='1.0' encoding='UTF-8'?>";

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text)
        out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
    return out;
}

/// Each text within this markup.
std::string each(const std::vector<std::string>& texts, const std::string& before, const std::string& after) {
    std::string out;
    for (const auto& text : texts)
        out.append(before).append(escaped(text)).append(after);
    return out;
}

std::string relations(const std::string& rows) {
    return xml + "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" +
           rows + "</Relationships>";
}

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
    return "<Relationship Id='" + id + "' Type='" + office + "/" + type + "' Target='" + target + "'/>";
}

std::string open_document(const std::string& kind, const std::string& styles, const std::string& body) {
    const std::string urn = "urn:oasis:names:tc:opendocument:xmlns:";
    const auto content = xml + "<office:document-content xmlns:office='" + urn + "office:1.0' xmlns:text='" +
                         urn + "text:1.0' xmlns:draw='" + urn + "drawing:1.0' xmlns:style='" + urn +
                         "style:1.0' xmlns:fo='" + urn + "xsl-fo-compatible:1.0' xmlns:svg='" + urn +
                         "svg-compatible:1.0'><office:automatic-styles>" + styles +
                         "</office:automatic-styles><office:body><office:" + kind + ">" + body +
                         "</office:" + kind + "></office:body></office:document-content>";
    return zip_of({{"mimetype", "application/vnd.oasis.opendocument." + kind},
                   {"META-INF/manifest.xml", "<manifest/>"},
                   {"content.xml", content}});
}

std::string cue_time(int seconds) {
    char text[32];
    std::snprintf(text, sizeof(text), "%02d:%02d:%02d.000", seconds / 3600, seconds / 60 % 60, seconds % 60);
    return text;
}

}  // namespace

std::string write_docx(const std::vector<std::string>& pages) {
    const auto body =
        each(pages, "<w:p><w:r><w:t>", "</w:t></w:r></w:p><w:p><w:r><w:br w:type='page'/></w:r></w:p>");
    return zip_of(
        {{"_rels/.rels", relations(relation("r1", "officeDocument", "word/document.xml"))},
         {"word/document.xml",
          xml +
              "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>" +
              body + "</w:body></w:document>"}});
}

std::string write_odt(const std::vector<std::string>& pages) {
    return open_document("text",
                         "<style:style style:name='New' style:family='paragraph'><style:paragraph-properties "
                         "fo:break-before='page'/></style:style>",
                         each(pages, "<text:p text:style-name='New'>", "</text:p>"));
}

std::string write_pptx(const std::vector<std::string>& slides) {
    const std::string spaces =
        " xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main' "
        "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' xmlns:r='" +
        office + "'>";
    parts all;
    std::string list, rows;
    for (std::size_t i = 0; i < slides.size(); ++i) {
        const auto number = std::to_string(i + 1);
        list += "<p:sldId id='" + std::to_string(256 + i) + "' r:id='s" + number + "'/>";
        rows += relation("s" + number, "slide", "slides/slide" + number + ".xml");
        all.emplace_back("ppt/slides/slide" + number + ".xml",
                         xml + "<p:sld" + spaces + "<p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>" +
                             escaped(slides[i]) +
                             "</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>");
    }
    all.emplace_back("_rels/.rels", relations(relation("r1", "officeDocument", "ppt/presentation.xml")));
    all.emplace_back("ppt/presentation.xml", xml + "<p:presentation" + spaces + "<p:sldIdLst>" + list +
                                                 "</p:sldIdLst></p:presentation>");
    all.emplace_back("ppt/_rels/presentation.xml.rels", relations(rows));
    return zip_of(all);
}

std::string write_odp(const std::vector<std::string>& slides) {
    return open_document(
        "presentation", "",
        each(slides, "<draw:page><draw:frame svg:x='1cm' svg:y='1cm'><draw:text-box><text:p>",
             "</text:p></draw:text-box></draw:frame></draw:page>"));
}

std::string write_epub(const std::vector<std::string>& chapters) {
    parts all = {{"mimetype", "application/epub+zip"},
                 {"META-INF/container.xml",
                  xml + "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
                        "<rootfile full-path='book.opf'/></rootfiles></container>"}};
    std::string items, spine;
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        const auto name = "c" + std::to_string(i + 1);
        items += "<item id='" + name + "' href='" + name + ".xhtml' media-type='application/xhtml+xml'/>";
        spine += "<itemref idref='" + name + "'/>";
        all.emplace_back(name + ".xhtml", xml + "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>" +
                                              escaped(chapters[i]) + "</p></body></html>");
    }
    all.emplace_back("book.opf", xml + "<package xmlns='http://www.idpf.org/2007/opf'><manifest>" + items +
                                     "</manifest><spine>" + spine + "</spine></package>");
    return zip_of(all);
}

std::string write_html(const std::vector<std::string>& sections) {
    return "<!DOCTYPE html><meta charset='utf-8'><title>Sections</title><main>" +
           each(sections, "<h2>A section</h2><p>", "</p>") + "</main>";
}

std::string write_rtf(const std::vector<std::string>& pages) {
    std::string body;
    for (const auto& page : pages) {
        body += body.empty() ? "" : "\\page ";
        for (const char c : page)
            body += c == '\n' ? ' ' : c;  // an end of line means nothing
        body += "\\par\n";
    }
    return "{\\rtf1\\ansi\\ansicpg1252 " + body + "}";
}

std::string write_vtt(const std::vector<std::string>& pages) {
    constexpr int page_seconds = 300, words_a_cue = 5;
    std::string out = "WEBVTT\n\n";
    for (std::size_t i = 0; i < pages.size(); ++i) {
        int second = static_cast<int>(i) * page_seconds;
        std::istringstream words(pages[i]);
        for (std::string word, line; words;) {
            line.clear();
            for (int count = 0; count < words_a_cue && words >> word; ++count)
                line += (line.empty() ? "" : " ") + word;
            if (!line.empty())
                out += cue_time(second) + " --> " + cue_time(second + 1) + "\n" + line + "\n\n";
            ++second;
        }
    }
    return out;
}

std::string write_plain_text(const std::vector<std::string>& pages) {
    std::string out;
    for (const auto& page : pages)
        out += (out.empty() ? "" : "\f") + page;
    return out;
}

}  // namespace examwright::test
