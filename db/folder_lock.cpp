#include "db/folder_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace examwright {

folder_lock::folder_lock(const std::filesystem::path& folder)
    : descriptor_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (descriptor_ < 0)
        throw std::system_error(errno, std::generic_category(), "Cannot open the folder " + folder.string());
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0)
        return;
    const int error = errno;
    ::close(descriptor_);
    if (error == EWOULDBLOCK)
        throw std::runtime_error("Another examwright is at work in the folder " + folder.string() +
                                 ". Stop it first, or use another folder (EXAMWRIGHT_DATA).");
    throw std::system_error(error, std::generic_category(), "Cannot lock the folder " + folder.string());
}

folder_lock::~folder_lock() {
    ::close(descriptor_);
}

}  // namespace examwright
