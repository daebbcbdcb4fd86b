// Reads the text out of one untrusted document, on stdin, under limits that it sets itself. Progress, the
// text and its structure go to stdout (core/document/extraction_protocol.hpp); what is wrong is the exit
// status (core/document/extraction_exit.hpp) and a line on stderr.
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <system_error>

#include "tools/extract/failure.hpp"
#include "tools/extract/formats/archive.hpp"
#include "tools/extract/formats/blocks.hpp"
#include "tools/extract/formats/ocr.hpp"
#include "tools/extract/formats/readers.hpp"
#include "tools/extract/options.hpp"
#include "tools/extract/sandbox/confinement.hpp"

namespace examwright::extract {

namespace {

void check_amount(std::string_view text, std::size_t max_characters) {
    const auto starts_character = [](char c) { return (c & 0xC0) != 0x80 && c != '\f'; };
    const auto characters = std::count_if(text.begin(), text.end(), starts_character);
    if (static_cast<std::size_t>(characters) > max_characters)
        throw failure(extraction_exit::too_much_text, std::to_string(characters) + " characters");
    if (text.find_first_not_of(" \n\f") == std::string_view::npos)
        throw failure(extraction_exit::no_text, "no text is found");
}

void write_out(std::string_view text) {
    while (!text.empty()) {
        const ssize_t count = write(STDOUT_FILENO, text.data(), text.size());
        if (count < 0)
            throw std::system_error(errno, std::generic_category(), "stdout");
        text.remove_prefix(static_cast<std::size_t>(count));
    }
}

extraction_report document_report(const options& wanted) {
    auto report = assemble(read_document(wanted));
    check_amount(report.text, wanted.max_characters);
    return report;
}

int run(int argc, char** argv) {
    const options wanted = parse_options(argc, argv);
    const confinement in_force = confine_this_process(wanted.max_characters * 4 + 4096);
    if (wanted.report_sandbox) {
        write_out(report(in_force));
        return 0;
    }
    if (wanted.report_ocr) {
        write_out(ocr_report(wanted.ocr_languages));
        return 0;
    }
    write_out(report_lines(wanted.type == archive_type ? extraction_report{.text = archive_text(read_stdin())}
                                                       : document_report(wanted)));
    return 0;
}

int complain(extraction_exit code, const char* what) {
    std::fprintf(stderr, "examwright-extract: %s\n", what);
    return static_cast<int>(code);
}

}  // namespace

}  // namespace examwright::extract

int main(int argc, char** argv) {
    using namespace examwright;
    try {
        return extract::run(argc, argv);
    } catch (const extract::failure& error) {
        return extract::complain(error.code(), error.what());
    } catch (const std::bad_alloc&) {
        return extract::complain(extraction_exit::too_costly, "out of memory");
    } catch (const std::exception& error) {
        return extract::complain(extraction_exit::internal, error.what());
    }
}
