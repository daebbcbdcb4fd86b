#include "tools/extract/formats/pdf.hpp"

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <system_error>

#include "tools/extract/failure.hpp"
#include "tools/extract/formats/pdf_boxes.hpp"
#include "tools/extract/formats/pdf_layout.hpp"
#include "tools/extract/formats/pdf_pictures.hpp"
#include "tools/extract/formats/pdf_visibility.hpp"
#include "tools/extract/sandbox/child_program.hpp"

namespace examwright::extract {

namespace {

/// A whole PDF ends with "startxref", behind its last object. What lost its end would still be read by
/// poppler, with pages missing that nobody would notice.
void require_the_end() {
    constexpr off_t tail_bytes = 64 * 1024;
    struct stat file = {};
    if (fstat(STDIN_FILENO, &file) != 0)
        throw std::system_error(errno, std::generic_category(), "fstat");
    std::string tail(static_cast<std::size_t>(std::min(file.st_size, tail_bytes)), '\0');
    const ssize_t count =
        pread(STDIN_FILENO, tail.data(), tail.size(), file.st_size - static_cast<off_t>(tail.size()));
    if (count != static_cast<ssize_t>(tail.size()))
        throw failure(extraction_exit::internal, "stdin can't be read");
    const auto end_mark = tail.rfind("startxref");
    const auto last_object = tail.rfind("endobj");
    if (end_mark == std::string::npos || (last_object != std::string::npos && last_object > end_mark))
        throw failure(extraction_exit::damaged, "the end of the file is missing");
}

void require_a_good_end(const program_result& run) {
    if (run.signal == SIGKILL || run.signal == SIGXCPU || run.exhausted)
        throw failure(extraction_exit::too_costly, "reading took too much time or memory");
    if (run.signal != 0 && !run.cut)
        throw failure(extraction_exit::damaged, "the reader ended by signal " + std::to_string(run.signal));
}

int page_count() {
    const program_result run = run_program({"pdfinfo", "-"}, 1 << 20, true);
    require_a_good_end(run);
    if (run.exit_code != 0 && run.output.find("Incorrect password") != std::string::npos)
        throw failure(extraction_exit::encrypted, "a password is needed");
    // The last such line: a title in the lines before may hold anything.
    const auto line = run.output.rfind("\nPages:");
    int pages = 0;
    if (run.exit_code == 0 && !run.cut && line != std::string::npos) {
        const auto digits = run.output.find_first_not_of(' ', line + 7);
        if (digits != std::string::npos)
            std::from_chars(run.output.data() + digits, run.output.data() + run.output.size(), pages);
    }
    if (pages < 1)
        throw failure(extraction_exit::damaged, "no pages are found");
    return pages;
}

/// The pages to be read: their first, last and number.
struct chosen_pages {
    int first = 1;
    int last = 1;
    int count = 0;
};

chosen_pages choose_pages(const options& wanted, int pages) {
    chosen_pages chosen{0, 0, 0};
    for (int page = 1; page <= pages; ++page) {
        if (!wanted.takes(page))
            continue;
        chosen.first = chosen.count == 0 ? page : chosen.first;
        chosen.last = page;
        ++chosen.count;
    }
    if (chosen.count == 0)
        throw failure(extraction_exit::no_such_pages, std::to_string(pages) + " pages");
    if (chosen.count > wanted.max_pages)
        throw failure(extraction_exit::too_many_pages, std::to_string(chosen.count) + " pages");
    return chosen;
}

std::vector<placed_page> placed_pages(const options& wanted, const chosen_pages& chosen) {
    const std::size_t most_bytes = wanted.max_characters * 4;
    box_reader reader;
    const auto take = [&](std::string_view piece) {
        reader.feed(piece);
        return reader.text_bytes() <= most_bytes &&
               reader.page_count() <= static_cast<std::size_t>(chosen.last);
    };
    const auto run = run_program({"pdftotext", "-bbox-layout", "-f", std::to_string(chosen.first), "-l",
                                  std::to_string(chosen.last), "-", "-"},
                                 take);
    if (run.cut)
        throw failure(extraction_exit::too_much_text, "more text than is taken");
    require_a_good_end(run);
    constexpr int copying_not_permitted = 3;
    if (run.exit_code == copying_not_permitted)
        throw failure(extraction_exit::encrypted, "copying is not permitted");
    if (run.exit_code != 0)
        throw failure(extraction_exit::damaged, "pdftotext ended with " + std::to_string(run.exit_code));
    return reader.take();
}

}  // namespace

extracted read_pdf(const options& wanted) {
    require_the_end();
    const int pages = page_count();
    const auto chosen = choose_pages(wanted, pages);
    auto paint = begin_reading_paint(chosen.first, chosen.last);
    auto placed = placed_pages(wanted, chosen);
    placed.resize(static_cast<std::size_t>(chosen.last - chosen.first + 1));
    std::vector<float> longest_sides(static_cast<std::size_t>(chosen.first - 1));
    for (std::size_t i = 0; i < placed.size(); ++i) {
        longest_sides.push_back(std::max(placed[i].width, placed[i].height));
        if (!wanted.takes(chosen.first + static_cast<int>(i)))
            placed[i] = {};
    }
    extracted found;
    found.pages.resize(static_cast<std::size_t>(chosen.first - 1));
    // What is seen of the words is known last: until then as if all were.
    auto laid_out = lay_out(placed);
    if (drop_unseen_words(placed, chosen.first, paint.get()))
        laid_out = lay_out(std::move(placed));
    std::move(laid_out.begin(), laid_out.end(), std::back_inserter(found.pages));
    read_pictured_pages(found, longest_sides, chosen.first, wanted);
    return found;
}

}  // namespace examwright::extract
