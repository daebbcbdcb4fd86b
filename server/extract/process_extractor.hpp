#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "server/extract/sandbox.hpp"
#include "server/extract/text_extractor.hpp"
#include "server/extract/user_turns.hpp"
#include "server/runtime/log.hpp"
#include "server/runtime/metrics.hpp"

namespace examwright {

struct extraction_limits {
    int pages = 500;
    std::size_t characters = 1'500'000;
    std::chrono::steady_clock::duration deadline = std::chrono::seconds(60);  // without a further page
    bool ocr = true;
    std::string ocr_languages = "eng+hin";
};

/// Runs examwright-extract in its sandbox, a process a document. On the I/O thread; cancellation (terminal)
/// kills the process.
class process_extractor : public text_extractor {
  public:
    /// Logs what holds the processes.
    process_extractor(extraction_sandbox sandbox, extraction_limits limits, logger& log);

    /// Throws system_error where the file can't be opened or no process started.
    boost::asio::awaitable<result<extraction_report>> extract(extraction_request request) override;

    void write_metrics(exposition& out) const;

  private:
    struct counts {
        std::uint64_t ready = 0;
        std::uint64_t refused = 0;  // for what the document is
        std::uint64_t failed = 0;   // for what the machine did
    };

    std::vector<std::string> command_for(const extraction_request& request) const;
    boost::asio::awaitable<result<extraction_report>> run(const extraction_request& request);

    extraction_sandbox sandbox_;
    extraction_limits limits_;
    logger& log_;
    user_turns turns_{3, 2};
    counts counts_;
    histogram durations_;
};

}  // namespace examwright
