#include "server/documents/upload_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>
#include <vector>

#include "db/flush.hpp"

namespace examwright {

namespace {

constexpr const char* unfinished = ".part";

}  // namespace

void prepare_upload_folder(const std::filesystem::path& folder) {
    namespace fs = std::filesystem;
    if (fs::create_directories(folder))
        fs::permissions(folder, fs::perms::owner_all);
    std::vector<fs::path> left;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == unfinished)
            left.push_back(entry.path());
    for (const auto& file : left)
        fs::remove(file);
}

upload_file::upload_file(std::filesystem::path folder, const std::string& name)
    : folder_(std::move(folder)),
      path_(folder_ / (name + unfinished)),
      descriptor_(open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR)) {
    if (descriptor_ < 0)
        throw std::system_error(errno, std::generic_category(), "creating the file of an upload");
}

upload_file::~upload_file() {
    close(descriptor_);
    if (!kept_)
        discard();
}

void upload_file::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = write(descriptor_, bytes.data(), bytes.size());
        keep_only_if(count >= 0, "writing the file of an upload");
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

void upload_file::finish() {
    keep_only_if(fsync(descriptor_) == 0, "fsync of an upload");
    auto finished = path_;
    finished.replace_extension();
    keep_only_if(rename(path_.c_str(), finished.c_str()) == 0, "naming the file of an upload");
    path_ = std::move(finished);
    try {
        flush_to_disk(folder_);
    } catch (...) {
        discard();
        throw;
    }
    kept_ = true;
}

/// Not left to the destructor: a worker may hold this object for some time after the answer.
void upload_file::keep_only_if(bool good, const char* what) {
    if (good)
        return;
    const int error = errno;
    discard();
    throw std::system_error(error, std::generic_category(), what);
}

void upload_file::discard() noexcept {
    kept_ = false;
    unlink(path_.c_str());
}

}  // namespace examwright
