#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "test/support/document_files.hpp"
#include "test/support/installation.hpp"
#include "test/support/pdf_writer.hpp"
#include "test/support/sample_text.hpp"
#include "test/support/temporary_folder.hpp"
#include "tools/benchmark/sections.hpp"

namespace examwright::bench {

using namespace examwright::test;
using namespace std::chrono_literals;
using steady = std::chrono::steady_clock;

namespace {

double milliseconds_since(steady::time_point begin) {
    return std::chrono::duration<double, std::milli>(steady::now() - begin).count();
}

std::filesystem::path write_file(const std::filesystem::path& file, const std::string& content) {
    std::ofstream(file, std::ios::binary) << content;
    return file;
}

struct run_cost {
    double milliseconds = 0;
    double megabytes = 0;
};

/// Runs a program to its end, this file its stdin, its output dropped.
run_cost run(const std::vector<std::string>& command, const std::filesystem::path& input) {
    const auto begin = steady::now();
    const pid_t child = fork();
    if (child == 0) {
        std::vector<char*> arguments;
        for (const auto& each : command)
            arguments.push_back(const_cast<char*>(each.c_str()));
        arguments.push_back(nullptr);
        dup2(open(input.c_str(), O_RDONLY), STDIN_FILENO);
        dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
        dup2(STDOUT_FILENO, STDERR_FILENO);
        setenv("OMP_THREAD_LIMIT", "1", 1);
        execvp(arguments.front(), arguments.data());
        _exit(127);
    }
    int status = 0;
    rusage used{};
    wait4(child, &status, 0, &used);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw std::runtime_error(command.front() + " failed");
    return {milliseconds_since(begin), static_cast<double>(used.ru_maxrss) / 1024};
}

std::vector<std::string> extractor(const std::string& type) {
    return {EXAMWRIGHT_EXTRACT_BINARY, "--type", type};
}

/// The median, over five runs in turn, of one command's time over another's on the same file.
double ratio(const std::vector<std::string>& ours, const std::vector<std::string>& theirs,
             const std::filesystem::path& file) {
    std::vector<double> ratios;
    for (int i = 0; i < 5; ++i) {
        const auto base = run(theirs, file).milliseconds;
        ratios.push_back(run(ours, file).milliseconds / base);
    }
    return median(ratios);
}

double upload_to_ready(installation& server, const std::string& file, const std::string& name) {
    std::vector<double> times;
    for (int i = 0; i < 7; ++i) {
        const auto begin = steady::now();
        const auto reply = server.api().upload("/documents/upload", name, file);
        const auto target = "/documents/" + text(reply.json().as_object(), "id");
        while (text(server.api().get(target).json().as_object(), "status") == "processing")
            std::this_thread::sleep_for(1ms);
        times.push_back(milliseconds_since(begin));
    }
    return median(times);
}

void measure_scan(report& out, const std::filesystem::path& folder) {
    const auto pdf = write_file(folder / "page.pdf", write_pdf(sample_pages(1)));
    const auto image = folder / "page.png";
    run({"pdftoppm", "-gray", "-r", "200", "-png", "-singlefile", pdf, (folder / "page").string()}, pdf);
    try {
        out.at_most(
            "a scanned page: time over tesseract's own",
            ratio(extractor("image"), {"tesseract", image, "-", "--psm", "1", "-l", "eng+hin"}, image), 1.2,
            "x");
    } catch (const std::runtime_error&) {
        out.tell("a scanned page: tesseract with eng and hin is not installed", 0, "");
    }
}

/// Asks a server for its health all the time while it reads four big documents.
std::vector<double> answers_while_reading(installation& server) {
    const auto file = write_pdf(sample_pages(143));
    std::vector<std::string> ids;
    for (int i = 0; i < 4; ++i) {
        const auto reply = server.api().upload("/documents/upload", std::to_string(i) + ".pdf", file);
        ids.push_back(text(reply.json().as_object(), "id"));
    }
    const auto is_read = [&](const std::string& id) {
        return text(server.api().get("/documents/" + id).json().as_object(), "status") != "processing";
    };
    std::vector<double> times;
    while (!is_read(ids.back()))
        for (int i = 0; i < 20; ++i) {
            const auto begin = steady::now();
            server.api().get("/health");
            times.push_back(milliseconds_since(begin));
            std::this_thread::sleep_for(1ms);
        }
    for (const auto& id : ids)
        server.wait_for_document(id);
    return times;
}

}  // namespace

void measure_documents(report& out) {
    const temporary_folder folder;
    const auto pdf = write_file(folder.path() / "book.pdf", write_pdf(sample_pages(143)));
    out.at_most("143 pages of PDF: time over pdftotext -bbox-layout",
                ratio(extractor("pdf"), {"pdftotext", "-bbox-layout", "-", "-"}, pdf), 1.6, "x");
    const auto long_pdf = write_file(folder.path() / "long.pdf", write_pdf(sample_pages(500)));
    out.at_most("500 pages of PDF: memory", run(extractor("pdf"), long_pdf).megabytes, 64, "MB");
    measure_scan(out, folder.path());
    installation server("");
    out.at_most("10 pages of PDF: upload to ready",
                upload_to_ready(server, write_pdf(sample_pages(10)), "ten.pdf"), 150, "ms");
    out.at_most("30 pages of DOCX: upload to ready",
                upload_to_ready(server, write_docx(sample_pages(30)), "thirty.docx"), 100, "ms");
    const auto times = answers_while_reading(server);
    out.at_most("four documents read: 99 % of the answers within", quantile(times, 0.99), 10, "ms");
    out.tell("four documents read: the slowest answer", quantile(times, 1), "ms");
}

}  // namespace examwright::bench
