#include "tools/extract/formats/ocr.hpp"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <system_error>

#include "core/text/unicode.hpp"
#include "tools/extract/failure.hpp"
#include "tools/extract/formats/pdf_hyphens.hpp"

namespace examwright::extract {

namespace {

constexpr int least_confidence = 50;  // a page in another script has about 20 to 42, a bad scan 70
constexpr int least_of_little = 70;   // a few signs may look like letters by chance
constexpr std::size_t little = 100;   // bytes
constexpr std::size_t most_reply_bytes = 1 << 20;
constexpr rlim_t cpu_seconds_a_page = 20;

using outcome = ocr_reader::outcome;

outcome verdict_on(const ocr_library::reading& found) {
    if (!found.decoded)
        return outcome::damaged;
    if (!found.has_ink)
        return outcome::empty;
    const auto text = trimmed(found.text);
    const int least = text.size() < little ? least_of_little : least_confidence;
    const bool legible = found.confidence >= least && !text.empty();
    return legible ? outcome::read : outcome::illegible;
}

/// What the child writes: its verdict as a letter, then the text.
std::string written(const ocr_library::reading& found) {
    return static_cast<char>('a' + static_cast<int>(verdict_on(found))) + found.text;
}

/// What the child wrote, if it came to its end; nullopt where it did not, or wrote no such thing.
std::optional<outcome> verdict_in(const std::string& reply, int status) {
    const bool whole = WIFEXITED(status) && WEXITSTATUS(status) == 0 && !reply.empty();
    if (!whole || reply[0] < 'a' || reply[0] > 'a' + static_cast<int>(outcome::damaged))
        return std::nullopt;
    return static_cast<outcome>(reply[0] - 'a');
}

/// SIGABRT: Tesseract found no memory.
bool ended_at_a_limit(int status) {
    return WIFSIGNALED(status) &&
           (WTERMSIG(status) == SIGKILL || WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGABRT);
}

void write_all(int to, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = write(to, bytes.data(), bytes.size());
        if (count < 0)
            return;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

std::string read_up_to(int from, std::size_t most) {
    std::string bytes;
    char piece[16 * 1024];
    for (ssize_t count = 0; bytes.size() <= most && (count = read(from, piece, sizeof(piece))) > 0;)
        bytes.append(piece, static_cast<std::size_t>(count));
    return bytes;
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

/// Tesseract may take the stroke that ends a Hindi sentence for a bar.
std::string with_dandas(std::string_view line) {
    constexpr std::string_view danda = "\u0964";
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const auto before = trimmed(std::string_view(text));
        const bool in_hindi = before.size() >= 3 && before[before.size() - 3] == '\xE0' &&
                              (before[before.size() - 2] == '\xA4' || before[before.size() - 2] == '\xA5');
        const bool ends_word = i + 1 == line.size() || line[i + 1] == ' ';
        if (line[i] == '|' && in_hindi && ends_word)
            text += danda;
        else
            text += line[i];
    }
    return text;
}

}  // namespace

ocr_reader::ocr_reader(const options& wanted) {
    if (!wanted.ocr)
        throw failure(extraction_exit::ocr_missing, "text recognition is switched off");
    library_ = ocr_library::load();
    if (!library_)
        throw failure(extraction_exit::ocr_missing, "libtesseract is not installed");
    const auto missing = library_->start(wanted.ocr_languages);
    if (!missing.empty())
        throw failure(extraction_exit::ocr_language_missing, listed(missing));
}

ocr_reader::page_reading ocr_reader::read(const std::string& image, std::size_t offset, int dots_per_inch) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        throw std::system_error(errno, std::generic_category(), "pipe");
    const pid_t child = fork();
    if (child < 0)
        throw std::system_error(errno, std::generic_category(), "fork");
    if (child == 0) {
        const rlimit cpu{cpu_seconds_a_page, cpu_seconds_a_page};
        setrlimit(RLIMIT_CPU, &cpu);
        close(STDERR_FILENO);  // Leptonica's remarks
        close(STDOUT_FILENO);
        write_all(ends[1], written(library_->read(image, offset, dots_per_inch)));
        _exit(0);
    }
    close(ends[1]);
    const std::string reply = read_up_to(ends[0], most_reply_bytes);
    close(ends[0]);  // who goes on to write ends by SIGPIPE
    int status = 0;
    waitpid(child, &status, 0);
    const auto verdict = verdict_in(reply, status);
    page_reading reading{verdict.value_or(ended_at_a_limit(status) ? outcome::too_costly : outcome::damaged),
                         {}};
    if (reading.result == outcome::read)
        reading.found = paragraphs_of_ocr(std::string_view(reply).substr(1));
    return reading;
}

std::optional<extraction_exit> ocr_tally::why_nothing_is_read() const {
    const auto seen = [&](outcome result) { return seen_[static_cast<std::size_t>(result)]; };
    if (seen(outcome::read) || seen(outcome::empty))
        return std::nullopt;
    return seen(outcome::illegible)    ? extraction_exit::illegible
           : seen(outcome::too_costly) ? extraction_exit::too_costly
                                       : extraction_exit::damaged;
}

std::string ocr_report(const std::string& languages) {
    const auto library = ocr_library::load();
    std::string missing;
    if (library)
        for (const auto& name : library->start(languages))
            missing += (missing.empty() ? "\"" : ", \"") + name + "\"";
    return std::string("{\"found\": ") + (library ? "true" : "false") + ", \"missing\": [" + missing + "]}\n";
}

page paragraphs_of_ocr(std::string_view text) {
    hyphen_joiner hyphens;
    hyphens.learn(text);
    page found;
    bool open = false;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty()) {
            open = false;
            continue;
        }
        if (!open)
            found.blocks.emplace_back();
        hyphens.append_line(found.blocks.back().text, with_dandas(line));
        open = true;
    }
    return found;
}

}  // namespace examwright::extract
