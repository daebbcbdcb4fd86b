#include "server/cli/progress_printer.hpp"

#include <unistd.h>

#include <iostream>

#include "server/api/generated_test_json.hpp"

namespace examwright {

progress_printer::progress_printer() : terminal_(isatty(STDERR_FILENO) == 1) {}

progress_printer::~progress_printer() {
    if (terminal_)
        std::cerr << "\n";
}

void progress_printer::show(const test_status_record& test) {
    if (!terminal_) {
        if (test.phase != last_)
            std::cerr << progress_message(test.phase != "done", test.questions_generated,
                                          test.target_questions)
                      << " (" << test.phase << ")\n";
        last_ = test.phase;
        return;
    }
    constexpr int width = 30;
    const int full = test.calls_total > 0 ? width * test.calls_done / test.calls_total : 0;
    std::cerr << "\r[" << std::string(static_cast<std::size_t>(full), '#')
              << std::string(static_cast<std::size_t>(width - full), '-') << "] " << test.phase << ", "
              << test.calls_done << " of " << test.calls_total << " calls\x1b[K" << std::flush;
}

}  // namespace examwright
