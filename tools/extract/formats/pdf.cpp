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
#include "tools/extract/formats/pdf_file.hpp"
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

int count_by_poppler() {
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

/// As the file tells it. What can't be found there, or would be refused, poppler counts.
int page_count(const pdf_file& file, const options& wanted) {
    const int told = file.page_count();
    return told >= 1 && told <= wanted.max_pages ? told : count_by_poppler();
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

/// The chosen pages, as pdftotext tells where their words stand. Each is made ready as soon as it is whole,
/// while pdftotext goes on.
class page_collector {
  public:
    page_collector(const options& wanted, const chosen_pages& chosen, pdf_file& file)
        : wanted_(wanted), chosen_(chosen), file_(file) {}

    /// Returns false where it is more than is taken.
    bool take(std::string_view piece) {
        reader_.feed(piece);
        while (paint_.size() + 1 < reader_.pages().size())
            make_ready(reader_.pages()[paint_.size()]);
        return reader_.text_bytes() <= wanted_.max_characters * 4 &&
               reader_.pages().size() <= static_cast<std::size_t>(chosen_.last);
    }

    /// To be called once, after all.
    std::vector<placed_page> finish() {
        const int count = chosen_.last - chosen_.first + 1;
        auto pages = std::move(reader_.pages());
        pages.resize(static_cast<std::size_t>(count));
        while (paint_.size() < pages.size())
            make_ready(pages[paint_.size()]);
        for (std::size_t i = 0; i < pages.size(); ++i)
            if (paint_[i].may_hide_text) {
                drop_unseen_words(pages[i], chosen_.first + static_cast<int>(i));
                prepare(pages[i]);
            }
        return pages;
    }

    const std::vector<page_paint>& paint() const { return paint_; }

  private:
    /// What may hide text has to be drawn first, and waits for that.
    void make_ready(placed_page& page) {
        const int number = chosen_.first + static_cast<int>(paint_.size());
        const bool is_asked_for = wanted_.takes(number);
        paint_.push_back(is_asked_for ? file_.paint(number) : page_paint());
        if (!is_asked_for)
            page.lines.clear();
        else if (!paint_.back().may_hide_text)
            prepare(page);
    }

    const options& wanted_;
    const chosen_pages& chosen_;
    pdf_file& file_;
    box_reader reader_;
    std::vector<page_paint> paint_;  // of the pages that are ready
};

void collect(page_collector& pages, const chosen_pages& chosen) {
    const auto run = run_program({"pdftotext", "-bbox-layout", "-f", std::to_string(chosen.first), "-l",
                                  std::to_string(chosen.last), "-", "-"},
                                 [&](std::string_view piece) { return pages.take(piece); });
    if (run.cut)
        throw failure(extraction_exit::too_much_text, "more text than is taken");
    require_a_good_end(run);
    constexpr int copying_not_permitted = 3;
    if (run.exit_code == copying_not_permitted)
        throw failure(extraction_exit::encrypted, "copying is not permitted");
    if (run.exit_code != 0)
        throw failure(extraction_exit::damaged, "pdftotext ended with " + std::to_string(run.exit_code));
}

}  // namespace

extracted read_pdf(const options& wanted) {
    require_the_end();
    pdf_file file;
    const auto chosen = choose_pages(wanted, page_count(file, wanted));
    page_collector collector(wanted, chosen, file);
    collect(collector, chosen);
    auto placed = collector.finish();
    std::vector<float> longest_sides(static_cast<std::size_t>(chosen.first - 1));
    for (const auto& each : placed)
        longest_sides.push_back(std::max(each.width, each.height));
    extracted found;
    found.pages.resize(static_cast<std::size_t>(chosen.first - 1));
    std::ranges::move(lay_out(std::move(placed)), std::back_inserter(found.pages));
    read_pictured_pages(found, longest_sides, collector.paint(), wanted);
    return found;
}

}  // namespace examwright::extract
