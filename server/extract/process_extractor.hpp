#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

#include "server/extract/sandbox.hpp"
#include "server/extract/text_extractor.hpp"
#include "server/runtime/log.hpp"
#include "server/runtime/metrics.hpp"
#include "server/runtime/priority_semaphore.hpp"

namespace examwright {

struct extraction_limits {
    int pages = 100;  // of a PDF
    std::size_t characters = 500'000;
    std::chrono::steady_clock::duration deadline = std::chrono::seconds(60);
};

/// Runs examwright-extract in its sandbox, a process a document. On the I/O thread; cancellation (terminal)
/// kills the process.
class process_extractor : public text_extractor {
  public:
    /// Logs what holds the processes.
    process_extractor(extraction_sandbox sandbox, extraction_limits limits, logger& log);

    /// Throws system_error where the file can't be opened or no process started.
    boost::asio::awaitable<result<extracted_text>> extract(std::filesystem::path file,
                                                           std::string source_type) override;

    void write_metrics(exposition& out) const;

  private:
    struct counts {
        std::uint64_t ready = 0;
        std::uint64_t refused = 0;  // for what the document is
        std::uint64_t failed = 0;   // for what the machine did
    };

    extraction_sandbox sandbox_;
    extraction_limits limits_;
    logger& log_;
    priority_semaphore slots_{2};
    counts counts_;
    histogram durations_;
};

}  // namespace examwright
