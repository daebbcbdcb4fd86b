#include "tools/extract/formats/readers.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <system_error>

#include "tools/extract/failure.hpp"
#include "tools/extract/formats/clean.hpp"
#include "tools/extract/formats/image.hpp"
#include "tools/extract/formats/markdown.hpp"
#include "tools/extract/formats/pdf.hpp"
#include "tools/extract/formats/plain_text.hpp"

namespace examwright::extract {

namespace {

extracted read_plain_text(const std::string& bytes, const options&) {
    return paragraphs_of(decode_text(bytes));
}

extracted read_markdown(const std::string& bytes, const options&) {
    return paragraphs_of(markdown_to_text(clean_text(decode_text(bytes))));
}

struct reader {
    std::string_view type;
    extracted (*of_bytes)(const std::string& bytes, const options&);
    extracted (*of_stdin)(const options&);  // instead: those whose programs read the file itself
};

constexpr std::array readers = {
    reader{"pdf", nullptr, read_pdf},
    reader{"image", read_image, nullptr},
    reader{"text", read_plain_text, nullptr},
    reader{"markdown", read_markdown, nullptr},
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
    return found->of_stdin ? found->of_stdin(wanted) : found->of_bytes(read_stdin(), wanted);
}

bool is_readable_type(std::string_view type) {
    return find_reader(type) != nullptr;
}

}  // namespace examwright::extract
