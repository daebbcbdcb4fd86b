#include "tools/extract/progress.hpp"

#include <unistd.h>

#include <string_view>
#include <system_error>

#include "core/document/extraction_protocol.hpp"

namespace examwright::extract {

void report_progress(int done, int total) {
    const std::string line = progress_line(done, total);
    for (std::string_view rest = line; !rest.empty();) {
        const ssize_t count = write(STDOUT_FILENO, rest.data(), rest.size());
        if (count < 0)
            throw std::system_error(errno, std::generic_category(), "stdout");
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
}

}  // namespace examwright::extract
