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
    if (outcome.cut)
        return extraction_exit::too_much_text;
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

asio::awaitable<result<extracted_text>> process_extractor::extract(std::filesystem::path file,
                                                                   std::string source_type) {
    const auto slot = co_await slots_.acquire(call_priority::write);
    const open_file input(file);
    auto command = sandbox_.command({"--type", source_type, "--max-pages", std::to_string(limits_.pages),
                                     "--max-characters", std::to_string(limits_.characters)});
    // Four bytes a character at most, and the form feeds.
    const subprocess_limits limits{limits_.characters * 4 + 4096, limits_.deadline};
    const auto begin = std::chrono::steady_clock::now();
    auto outcome = co_await run_subprocess(std::move(command), input.get(), limits);
    durations_.observe(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    const auto exit = exit_of(outcome);
    if (exit == extraction_exit::done) {
        ++counts_.ready;
        const auto form_feeds = std::count(outcome.output.begin(), outcome.output.end(), '\f');
        co_return extracted_text{std::move(outcome.output), static_cast<int>(form_feeds) + 1};
    }
    const bool refused = static_cast<int>(exit) >= 10;
    ++(refused ? counts_.refused : counts_.failed);
    log_.write(refused ? log_level::info : log_level::error, "document not read",
               {{"exit", outcome.exit_code}, {"said", outcome.errors}});
    co_return problem{problem_kind::invalid, failure_reason(exit, source_type, limits_)};
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
              static_cast<double>(slots_.in_use()));
    out.gauge("examwright_extractions_waiting", "Documents that wait to be read.",
              static_cast<double>(slots_.waiting()));
}

}  // namespace examwright
