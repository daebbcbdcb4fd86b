#include "server/extract/process_extractor.hpp"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <system_error>
#include <utility>

#include "core/imports/archive_reader.hpp"
#include "server/extract/failure_reason.hpp"
#include "server/extract/subprocess.hpp"

namespace examwright {

namespace asio = boost::asio;

namespace {

constexpr std::array duration_bounds{0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0};

class open_file {
  public:
    explicit open_file(const std::filesystem::path& file)
        : descriptor_(open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (descriptor_ < 0)
            throw std::system_error(errno, std::generic_category(), "the uploaded file");
    }
    ~open_file() { close(descriptor_); }
    open_file(const open_file&) = delete;
    open_file& operator=(const open_file&) = delete;
    int get() const { return descriptor_; }

  private:
    int descriptor_;
};

extraction_exit exit_of(const subprocess_outcome& outcome) {
    if (outcome.timed_out || outcome.exit_code == 128 + SIGKILL || outcome.exit_code == 128 + SIGXCPU)
        return extraction_exit::too_costly;
    return static_cast<extraction_exit>(outcome.exit_code);
}

}  // namespace

process_extractor::process_extractor(extraction_sandbox sandbox, extraction_limits limits, logger& log)
    : sandbox_(std::move(sandbox)), limits_(limits), log_(log), durations_(duration_bounds) {
    log_.write(sandbox_.is_strong() ? log_level::info : log_level::warning, "documents are read in a process",
               {{"confined_by", sandbox_.description()}});
}

std::vector<std::string> process_extractor::command_for(const extraction_request& request) const {
    std::vector<std::string> arguments = {"--type",
                                          request.source_type,
                                          "--max-pages",
                                          std::to_string(limits_.pages),
                                          "--max-characters",
                                          std::to_string(limits_.characters),
                                          "--ocr",
                                          limits_.ocr ? "auto" : "off",
                                          "--ocr-languages",
                                          limits_.ocr_languages};
    if (!request.pages.empty())
        arguments.insert(arguments.end(), {"--pages", request.pages});
    return sandbox_.command(arguments);
}

asio::awaitable<result<extraction_report>> process_extractor::extract(extraction_request request) {
    const auto turn = co_await turns_.acquire(request.user_id);
    const auto begin = std::chrono::steady_clock::now();
    auto found = co_await run(request);
    durations_.observe(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    co_return found;
}

asio::awaitable<result<extraction_report>> process_extractor::run(const extraction_request& request) {
    const open_file input(request.file);
    // Four bytes a character at most, and what is not counted: line ends and form feeds.
    const auto most = request.source_type == "archive" ? most_archive_bytes : limits_.characters * 8 + 4096;
    extraction_protocol_reader reader(most);
    auto take = [&](std::string_view piece) {
        const int before = reader.pages_done();
        if (!reader.feed(piece))
            return output_verdict::stop;
        if (reader.pages_done() == before)
            return output_verdict::go_on;
        request.on_progress(reader.pages_done(), reader.pages_total());
        return output_verdict::go_on_and_restart_deadline;
    };
    subprocess_task task{command_for(request), input.get(), limits_.deadline, std::move(take)};
    const auto outcome = co_await run_subprocess(std::move(task));
    const auto exit = exit_of(outcome);
    if (exit == extraction_exit::done && reader.complete()) {
        ++counts_.ready;
        co_return reader.take_report();
    }
    const bool refused = !outcome.cut && static_cast<int>(exit) >= 10;
    ++(refused ? counts_.refused : counts_.failed);
    log_.write(refused ? log_level::info : log_level::error, "document not read",
               {{"exit", outcome.exit_code}, {"said", outcome.errors}});
    const auto why = refused ? exit : extraction_exit::internal;
    co_return problem{problem_kind::invalid,
                      failure_reason(why, request.source_type, limits_, outcome.errors)};
}

void process_extractor::write_metrics(exposition& out) const {
    out.family("examwright_extractions_total", "counter",
               "Documents read, by outcome: ready, refused for what they are, failed on this machine.");
    for (const auto& [outcome, count] :
         {std::pair("ready", counts_.ready), {"refused", counts_.refused}, {"failed", counts_.failed}})
        out.sample(static_cast<double>(count), {{"outcome", outcome}});
    out.family("examwright_extraction_duration_seconds", "histogram", "How long the reading took.");
    out.sample(durations_);
    out.gauge("examwright_extractions_running", "Documents that are being read.",
              static_cast<double>(turns_.running()));
    out.gauge("examwright_extractions_waiting", "Documents that wait to be read.",
              static_cast<double>(turns_.waiting()));
}

}  // namespace examwright
