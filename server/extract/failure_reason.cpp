#include "server/extract/failure_reason.hpp"

#include "core/imports/archive_reader.hpp"

namespace examwright {

namespace {

/// 500000 as "500,000".
std::string grouped(std::size_t number) {
    const std::string digits = std::to_string(number);
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0)
            text += ',';
        text += digits[i];
    }
    return text;
}

/// "The PDF", "The image", "The file".
std::string name_of_file(std::string_view source_type) {
    return source_type == "pdf" ? "The PDF" : source_type == "image" ? "The image" : "The file";
}

/// What stands behind "examwright-extract: " on the first line, if it is a list of languages' codes.
std::string languages_in(std::string_view said) {
    const auto colon = said.find(": ");
    auto names = colon == said.npos ? std::string_view() : said.substr(colon + 2);
    names = names.substr(0, names.find('\n'));
    const bool plain = names.size() < 60 && names.find_first_not_of(
                                                "abcdefghijklmnopqrstuvwxyz"
                                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ_, ") == names.npos;
    return plain ? std::string(names) : std::string();
}

/// Of an archive of questions, what is otherwise than of a document; empty for the rest.
std::string reason_of_archive(extraction_exit exit) {
    if (exit == extraction_exit::too_much_text)
        return "The archive holds more than " + grouped(most_archive_bytes / 1'000'000) +
               " MB when it is unpacked, more than a test of 500 questions needs. Split it, and import its "
               "parts one after another.";
    if (exit == extraction_exit::no_text)
        return "The archive has no questions in it: it is neither a Word document nor a QTI package.";
    if (exit == extraction_exit::too_costly)
        return "The archive is too costly to unpack: it takes too much time or memory. Split it, and import "
               "its parts one after another.";
    return {};
}

}  // namespace

std::string failure_reason(extraction_exit exit, std::string_view source_type,
                           const extraction_limits& limits, std::string_view said) {
    if (auto reason = source_type == "archive" ? reason_of_archive(exit) : std::string(); !reason.empty())
        return reason;
    const std::string file = name_of_file(source_type);
    switch (exit) {
        case extraction_exit::too_many_pages:
            return file + " has more than " + grouped(static_cast<std::size_t>(limits.pages)) +
                   " pages. Upload it again and choose pages, such as 1-80, or split it.";
        case extraction_exit::no_such_pages:
            return file + " has none of the pages that were chosen. Upload it again and choose others.";
        case extraction_exit::no_text: return file + " holds no text. Upload one that does.";
        case extraction_exit::illegible:
            return "No text could be recognised in the pictures. Upload sharper ones, or ask the server's "
                   "owner whether it reads their language.";
        case extraction_exit::ocr_missing:
            return "The pages are pictures, and text recognition (Tesseract) is not available on this "
                   "server. Ask "
                   "the server's owner to install tesseract-ocr, or upload a copy with text in it.";
        case extraction_exit::ocr_language_missing:
            return "The pages are pictures, and text recognition lacks a language on this server: " +
                   languages_in(said) +
                   ". Ask the server's owner to install its tesseract-ocr package, or upload a copy with "
                   "text in it.";
        case extraction_exit::encrypted:
            return file + " is encrypted. Save a copy without a password and upload that.";
        case extraction_exit::damaged:
            return file +
                   " is damaged or not complete. Download it again, or open it in a program that can "
                   "and save a new copy, and upload that.";
        case extraction_exit::too_much_text:
            return "The document has more than " + grouped(limits.characters) +
                   " characters of text. Upload it again and choose pages, such as 1-80, or split it.";
        case extraction_exit::not_text:
            return "The file is not plain text throughout. Save it as plain text in UTF-8, and upload that.";
        case extraction_exit::unknown_encoding:
            return "The file is in an older character encoding, and it is not certain in which. Open it in a "
                   "text editor, save it in UTF-8, and upload that.";
        case extraction_exit::too_costly:
            return "The document is too costly to read: it takes too much time or memory. Upload a simpler "
                   "copy: print it to a new PDF, or save its text.";
        case extraction_exit::done:
        case extraction_exit::internal:
        case extraction_exit::usage: break;
    }
    return "The server could not read the document. Upload it again; if that fails too, tell the server's "
           "owner.";
}

}  // namespace examwright
