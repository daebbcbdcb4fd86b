#include "server/extract/memory_file.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace examwright {

memory_file::memory_file(std::string_view bytes) : descriptor_(memfd_create("examwright", MFD_CLOEXEC)) {
    if (descriptor_ < 0)
        throw std::system_error(errno, std::generic_category(), "memfd_create");
    while (!bytes.empty()) {
        const auto count = write(descriptor_, bytes.data(), bytes.size());
        if (count < 0) {
            const int error = errno;
            close(descriptor_);
            throw std::system_error(error, std::generic_category(), "a file in memory");
        }
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

memory_file::~memory_file() {
    close(descriptor_);
}

std::filesystem::path memory_file::path() const {
    return "/proc/self/fd/" + std::to_string(descriptor_);
}

}  // namespace examwright
