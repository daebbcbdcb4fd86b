#include "server/extract/failure_reason.hpp"

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

}  // namespace

std::string failure_reason(extraction_exit exit, std::string_view source_type,
                           const extraction_limits& limits) {
    const bool pdf = source_type == "pdf";
    switch (exit) {
        case extraction_exit::too_many_pages:
            return "The PDF has more than " + grouped(static_cast<std::size_t>(limits.pages)) +
                   " pages. Split it, and upload the part that the test is about.";
        case extraction_exit::no_text:
            return pdf ? "The PDF holds no text, only images perhaps. Run text recognition (OCR) on it, and "
                         "upload the result."
                       : "The file holds no text. Upload one that does.";
        case extraction_exit::encrypted:
            return "The PDF is encrypted. Save a copy without a password and upload that.";
        case extraction_exit::damaged:
            return "The PDF is damaged or not complete. Download it again, or open it in a PDF viewer and "
                   "print "
                   "it to a new PDF, and upload that.";
        case extraction_exit::too_much_text:
            return "The document has more than " + grouped(limits.characters) +
                   " characters of text. Split it, and upload the part that the test is about.";
        case extraction_exit::not_text:
            return "The file is not plain text throughout. Save it as plain text in UTF-8, and upload that.";
        case extraction_exit::too_costly:
            return "Reading the document took too much time or memory. Upload a simpler copy: print it to a "
                   "new "
                   "PDF, or save its text.";
        case extraction_exit::done:
        case extraction_exit::internal:
        case extraction_exit::usage: break;
    }
    return "The server could not read the document. Upload it again; if that fails too, tell the server's "
           "owner.";
}

}  // namespace examwright
