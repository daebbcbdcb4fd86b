#include "tools/extract/formats/readers.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <system_error>

#include "tools/extract/failure.hpp"
#include "tools/extract/formats/clean.hpp"
#include "tools/extract/formats/docx.hpp"
#include "tools/extract/formats/epub.hpp"
#include "tools/extract/formats/html.hpp"
#include "tools/extract/formats/image.hpp"
#include "tools/extract/formats/markdown.hpp"
#include "tools/extract/formats/odf.hpp"
#include "tools/extract/formats/pdf.hpp"
#include "tools/extract/formats/plain_text.hpp"
#include "tools/extract/formats/pptx.hpp"
#include "tools/extract/formats/rtf.hpp"
#include "tools/extract/formats/subtitles.hpp"

namespace examwright::extract {

namespace {

extracted read_plain_text(std::string_view bytes) {
    return paragraphs_of(decode_text(bytes));
}

/// Leaves the pages that are asked for; the others keep their numbers and are empty. Pages without text
/// cost nothing and don't count: subtitles of which the first stands at ten hours have a hundred of them.
void keep_chosen_pages(extracted& document, const options& wanted) {
    bool any = document.pages.empty() && wanted.pages.empty();
    int filled = 0;
    for (std::size_t i = 0; i < document.pages.size(); ++i) {
        auto& blocks = document.pages[i].blocks;
        if (wanted.takes(static_cast<int>(i) + 1))
            any = true;
        else
            blocks.clear();
        filled += blocks.empty() ? 0 : 1;
    }
    if (!any)
        throw failure(extraction_exit::no_such_pages, std::to_string(document.pages.size()) + " pages");
    if (filled > wanted.max_pages)
        throw failure(extraction_exit::too_many_pages, std::to_string(filled) + " pages");
}

extracted read_image_on_stdin(const options& wanted) {
    return read_image(read_stdin(), wanted);
}

struct reader {
    std::string_view type;
    extracted (*of_bytes)(std::string_view bytes);
    extracted (*of_stdin)(const options&);  // instead: those whose programs read the file itself
};

constexpr std::array readers = {
    reader{"pdf", nullptr, read_pdf},         reader{"image", nullptr, read_image_on_stdin},
    reader{"docx", read_docx, nullptr},       reader{"odt", read_odf, nullptr},
    reader{"pptx", read_pptx, nullptr},       reader{"odp", read_odf, nullptr},
    reader{"epub", read_epub, nullptr},       reader{"html", read_html, nullptr},
    reader{"text", read_plain_text, nullptr}, reader{"markdown", read_markdown, nullptr},
    reader{"rtf", read_rtf, nullptr},         reader{"subtitles", read_subtitles, nullptr},
};

const reader* find_reader(std::string_view type) {
    const auto found =
        std::find_if(readers.begin(), readers.end(), [&](const reader& each) { return each.type == type; });
    return found == readers.end() ? nullptr : &*found;
}

}  // namespace

std::string read_stdin() {
    std::string bytes;
    char piece[64 * 1024];
    for (;;) {
        const ssize_t count = read(STDIN_FILENO, piece, sizeof(piece));
        if (count < 0)
            throw std::system_error(errno, std::generic_category(), "stdin");
        if (count == 0)
            return bytes;
        bytes.append(piece, static_cast<std::size_t>(count));
    }
}

extracted read_document(const options& wanted) {
    const reader* found = find_reader(wanted.type);
    if (!found)
        throw failure(extraction_exit::usage, "no reader for " + wanted.type);
    if (found->of_stdin)
        return found->of_stdin(wanted);
    auto document = found->of_bytes(read_stdin());
    keep_chosen_pages(document, wanted);
    return document;
}

bool is_readable_type(std::string_view type) {
    return find_reader(type) != nullptr;
}

}  // namespace examwright::extract
