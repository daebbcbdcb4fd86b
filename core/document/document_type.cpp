#include "core/document/document_type.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/document/subtitle_marks.hpp"
#include "core/document/unicode_encoding.hpp"
#include "core/document/zip_names.hpp"
#include "core/text/ascii.hpp"

namespace examwright {

namespace {

using namespace std::string_view_literals;

constexpr std::array markdown_endings = {"md"sv, "markdown"sv, "mdown"sv, "mkd"sv};

// A file of plain text with one of these endings is not what its name claims.
constexpr std::array other_endings = {
    "pdf"sv, "doc"sv,  "docx"sv, "odt"sv, "odp"sv,  "epub"sv, "ppt"sv, "pptx"sv, "xls"sv, "xlsx"sv,
    "svg"sv, "ps"sv,   "eps"sv,  "zip"sv, "gz"sv,   "tar"sv,  "7z"sv,  "png"sv,  "jpg"sv, "jpeg"sv,
    "gif"sv, "webp"sv, "bmp"sv,  "tif"sv, "tiff"sv, "mp3"sv,  "mp4"sv, "exe"sv,  "dll"sv};

constexpr std::array image_starts = {"\x89PNG\r\n\x1A\n"sv, "\xFF\xD8\xFF"sv, "II*\0"sv, "MM\0*"sv};

// How a page or a part of one begins; a Markdown file may begin with one of the second kind.
constexpr std::array html_starts = {"<!doctype html"sv, "<html"sv,  "<head"sv,
                                    "<body"sv,          "<meta "sv, "<title"sv};
constexpr std::array html_part_starts = {"<p>"sv, "<p "sv,    "<div"sv,     "<h1"sv,      "<h2"sv,
                                         "<h3"sv, "<table"sv, "<section"sv, "<article"sv, "<main"sv,
                                         "<ul"sv, "<ol"sv,    "<span"sv};
constexpr std::array refused_starts = {"<?xml"sv, "<svg"sv, "%!ps"sv, "mime-version:"sv};

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), to_ascii_lower);
    return out;
}

std::string ending_of(std::string_view filename) {
    const auto dot = filename.rfind('.');
    return dot == std::string_view::npos ? std::string() : lower(filename.substr(dot + 1));
}

template <std::size_t Size>
bool is_one_of(const std::array<std::string_view, Size>& values, std::string_view value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

template <std::size_t Size>
bool starts_with_one_of(std::string_view text, const std::array<std::string_view, Size>& starts) {
    return std::any_of(starts.begin(), starts.end(), [&](auto start) { return text.starts_with(start); });
}

std::string_view without_leading_blanks(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF"))
        head.remove_prefix(3);
    const auto first = head.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view() : head.substr(first);
}

bool looks_like_pdf(std::string_view head, std::string_view ending) {
    if (without_leading_blanks(head).starts_with("%PDF-"))
        return true;
    // Readers accept a header that mail or web servers pushed down by up to a kilobyte.
    return ending == "pdf" && head.substr(0, 1024 + 5).find("%PDF-") != std::string_view::npos;
}

bool has_controls(std::string_view head) {
    return std::any_of(head.begin(), head.end(), [](char c) {
        // Escape and the end-of-file mark of DOS stand in old text files.
        return c == 0x7F || (c >= 0 && c < 0x20 && (c < '\t' || c > '\r') && c != 0x1B && c != 0x1A);
    });
}

problem unsupported(std::string_view what) {
    return {problem_kind::unsupported_media, std::string(what) +
                                                 " Upload a PDF, Word (.docx), PowerPoint (.pptx), "
                                                 "OpenDocument (.odt, .odp), EPUB, web page (.html), "
                                                 "RTF, plain text (.txt), Markdown (.md), subtitles (.vtt, "
                                                 ".srt) or a picture of a page (PNG, JPEG, "
                                                 "TIFF)."};
}

result<document_type> type_of_archive(const document_sample& sample, std::string_view ending) {
    const auto mimetype = zip_mimetype(sample.head());
    if (mimetype.starts_with("application/epub+zip"))
        return document_type::epub;
    if (mimetype.starts_with("application/vnd.oasis.opendocument.text"))
        return document_type::odt;
    if (mimetype.starts_with("application/vnd.oasis.opendocument.presentation"))
        return document_type::odp;
    const auto names = zip_part_names(sample.head(), sample.tail());
    const auto holds = [&](std::string_view start) {
        return std::any_of(names.begin(), names.end(), [&](auto name) { return name.starts_with(start); });
    };
    if (holds("word/"))
        return document_type::docx;
    if (holds("ppt/"))
        return document_type::pptx;
    if (holds("META-INF/container.xml"))
        return document_type::epub;
    if (mimetype.empty() && holds("content.xml") && holds("META-INF/manifest.xml"))
        return ending == "odp" ? document_type::odp : document_type::odt;
    if (holds("xl/") || !mimetype.empty())
        return unsupported("Spreadsheets and drawings are not taken: save what the test is about as a PDF.");
    if (holds("Index/"))
        return unsupported("Files of Pages, Keynote and Numbers are not taken: export a PDF or a Word file.");
    return unsupported(
        "The file is a zip archive, and none of a document that is known here: unpack it first.");
}

/// A text's first characters, lower case, without XML's declaration, comments and blanks.
std::string start_of_markup(std::string_view text) {
    text = without_leading_blanks(text);
    for (const auto& [open, close] :
         {std::pair("<?xml"sv, "?>"sv), {"<!--"sv, "-->"sv}, {"<!--"sv, "-->"sv}}) {
        const auto end = text.starts_with(open) ? text.find(close) : text.npos;
        if (end != text.npos)
            text = without_leading_blanks(text.substr(end + close.size()));
    }
    return lower(text.substr(0, 32));
}

result<document_type> type_of_text(std::string_view text, std::string_view ending) {
    const bool markdown = is_one_of(markdown_endings, ending);
    if (without_leading_blanks(text).starts_with("{\\rtf"))
        return document_type::rtf;
    if (is_subtitles(text))
        return document_type::subtitles;
    const auto start = start_of_markup(text);
    if (starts_with_one_of(start, html_starts) || (!markdown && starts_with_one_of(start, html_part_starts)))
        return document_type::html;
    const auto first = lower(without_leading_blanks(text).substr(0, 32));
    if (first.starts_with("<?xml") && lower(text).find("<html") != text.npos)
        return document_type::html;
    if (starts_with_one_of(first, refused_starts))
        return unsupported("Files of this kind are not taken.");
    if (is_one_of(other_endings, ending))
        return unsupported("The file is named ." + std::string(ending) +
                           " but does not hold what its name says.");
    if (markdown)
        return document_type::markdown;
    return ending == "htm" || ending == "html" || ending == "xhtml" ? document_type::html
                                                                    : document_type::text;
}

}  // namespace

std::string_view name_of(document_type type) {
    constexpr std::array names = {"pdf"sv,  "docx"sv, "odt"sv,      "pptx"sv, "odp"sv,       "epub"sv,
                                  "html"sv, "text"sv, "markdown"sv, "rtf"sv,  "subtitles"sv, "image"sv};
    return names[static_cast<std::size_t>(type)];
}

void document_sample::add(std::string_view piece) {
    head_ += piece.substr(0, std::min(piece.size(), document_head_bytes - head_.size()));
    if (piece.size() >= document_tail_bytes)
        tail_.clear();
    tail_ += piece.substr(piece.size() - std::min(piece.size(), document_tail_bytes));
    if (tail_.size() > 2 * document_tail_bytes)
        tail_.erase(0, tail_.size() - document_tail_bytes);
}

std::string_view document_sample::tail() const {
    return std::string_view(tail_).substr(tail_.size() - std::min(tail_.size(), document_tail_bytes));
}

result<document_type> detect_document_type(const document_sample& sample, std::string_view filename) {
    const auto head = sample.head();
    const std::string ending = ending_of(filename);
    if (looks_like_pdf(head, ending))
        return document_type::pdf;
    if (sample.needs_tail())
        return type_of_archive(sample, ending);
    if (starts_with_one_of(head, image_starts))
        return document_type::image;
    if (head.starts_with("\xD0\xCF\x11\xE0"))
        return unsupported(
            "The file is of an old Office format, or protected by a password: save it as .docx or .pptx "
            "without one.");
    const auto encoding = detect_unicode(head);
    if (encoding.encoding == unicode_encoding::none)
        return unsupported("Files of this kind are not taken.");
    const auto text = decode_unicode(head, encoding);
    if (has_controls(text))
        return unsupported("Files of this kind are not taken.");
    return type_of_text(text, ending);
}

}  // namespace examwright
