#include "core/document/document_type.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace examwright {

namespace {

using namespace std::string_view_literals;

constexpr std::array markdown_endings = {"md"sv, "markdown"sv, "mdown"sv, "mkd"sv};

// A file with one of these endings is no plain text, whatever its first bytes look like.
constexpr std::array other_endings = {"pdf"sv,  "doc"sv, "docx"sv, "odt"sv, "rtf"sv,  "epub"sv,  "ppt"sv,
                                      "pptx"sv, "xls"sv, "xlsx"sv, "htm"sv, "html"sv, "xhtml"sv, "xml"sv,
                                      "svg"sv,  "ps"sv,  "eps"sv,  "zip"sv, "gz"sv,   "tar"sv,   "7z"sv,
                                      "png"sv,  "jpg"sv, "jpeg"sv, "gif"sv, "webp"sv, "bmp"sv,   "tif"sv,
                                      "tiff"sv, "mp3"sv, "mp4"sv,  "exe"sv, "dll"sv};

// Written in plain characters, yet not for reading as they stand.
constexpr std::array markup_starts = {"<!doctype html"sv, "<html"sv,  "<?xml"sv,
                                      "<svg"sv,           "{\\rtf"sv, "%!ps"sv};

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
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

bool is_utf16_text(std::string_view head) {
    const bool little = head.starts_with("\xFF\xFE");
    if (!little && !head.starts_with("\xFE\xFF"))
        return false;
    for (std::size_t i = 2; i + 1 < head.size(); i += 2) {
        const auto low = static_cast<unsigned char>(head[little ? i : i + 1]);
        const auto high = static_cast<unsigned char>(head[little ? i + 1 : i]);
        if (high == 0 && low < 0x20 && (low < '\t' || low > '\r'))
            return false;
    }
    return true;
}

bool is_control(unsigned char c) {
    // Escape and the end-of-file mark of DOS stand in old text files.
    return c == 0x7F || (c < 0x20 && (c < '\t' || c > '\r') && c != 0x1B && c != 0x1A);
}

bool has_controls(std::string_view head) {
    return std::any_of(head.begin(), head.end(),
                       [](char c) { return is_control(static_cast<unsigned char>(c)); });
}

/// Whether bytes of text are UTF-8, or Windows-1252 that is mostly ASCII.
bool is_known_encoding(std::string_view head) {
    std::size_t foreign = 0;    // bytes that belong to no UTF-8 sequence
    std::size_t continued = 0;  // bytes that the sequence still has to come
    for (const char c : head) {
        const auto byte = static_cast<unsigned char>(c);
        if (continued > 0 && (byte & 0xC0) == 0x80) {
            --continued;
            continue;
        }
        foreign += continued > 0 ? 1 : 0;
        continued = 0;
        if (byte >= 0xC2 && byte <= 0xF4)
            continued = byte >= 0xF0 ? 3u : byte >= 0xE0 ? 2u : 1u;
        else if (byte >= 0x80)
            ++foreign;
    }
    return foreign * 3 <= head.size();
}

problem unsupported(std::string_view what) {
    return {problem_kind::unsupported_media,
            std::string(what) + " Upload a PDF, plain text (.txt) or Markdown (.md)."};
}

}  // namespace

std::string_view name_of(document_type type) {
    constexpr std::array names = {"pdf"sv, "text"sv, "markdown"sv};
    return names[static_cast<std::size_t>(type)];
}

result<document_type> detect_document_type(std::string_view head, std::string_view filename) {
    const std::string ending = ending_of(filename);
    if (looks_like_pdf(head, ending))
        return document_type::pdf;
    if (ending == "pdf")
        return unsupported("The file is named .pdf but does not hold a PDF.");
    const std::string start = lower(without_leading_blanks(head).substr(0, 32));
    const bool markup = std::any_of(markup_starts.begin(), markup_starts.end(),
                                    [&](std::string_view mark) { return start.starts_with(mark); });
    const bool utf16 = is_utf16_text(head);
    if (markup || is_one_of(other_endings, ending) || (!utf16 && has_controls(head)))
        return unsupported("Files of this kind are not taken.");
    if (!utf16 && !is_known_encoding(head))
        return unsupported(
            "The file's characters are in no encoding that is known here; a text must be UTF-8.");
    return is_one_of(markdown_endings, ending) ? document_type::markdown : document_type::text;
}

}  // namespace examwright
