#include "server/cli/backup_rotation.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include "db/backup.hpp"
#include "db/document_store.hpp"
#include "db/flush.hpp"

namespace examwright {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view prefix = "examwright-";
constexpr std::size_t name_length = std::string_view("examwright-2026-11-28T20-30-00Z").size();

std::string name_of(timestamp now) {
    auto time = to_rfc3339(now).substr(0, 19);
    std::ranges::replace(time, ':', '-');  // no file system minds
    return std::string(prefix) + time + "Z";
}

/// A folder in the making, gone again unless it got its name.
class folder_in_the_making {
  public:
    explicit folder_in_the_making(fs::path target)
        : target_(std::move(target)), path_(target_.string() + ".partial") {
        fs::remove_all(path_);
        fs::create_directories(path_ / "uploads");
        fs::permissions(path_, fs::perms::owner_all);
    }
    ~folder_in_the_making() {
        std::error_code gone_already;
        fs::remove_all(path_, gone_already);
    }
    folder_in_the_making(const folder_in_the_making&) = delete;
    folder_in_the_making& operator=(const folder_in_the_making&) = delete;

    const fs::path& path() const { return path_; }
    void take_name() const {
        flush_to_disk(path_ / "uploads");
        flush_to_disk(path_);
        fs::rename(path_, target_);
        flush_to_disk(target_.parent_path());
    }

  private:
    fs::path target_;
    fs::path path_;
};

bool same_bytes(const fs::path& left, const fs::path& right) {
    std::ifstream one(left, std::ios::binary), other(right, std::ios::binary);
    using bytes = std::istreambuf_iterator<char>;
    return one && other && std::equal(bytes(one), bytes(), bytes(other), bytes());
}

/// Copies the files that the copied database names; one that a user has deleted since is not missed.
std::size_t copy_uploads(const fs::path& data_folder, const fs::path& copy) {
    SQLite::Database database((copy / "examwright.db").string(), SQLite::OPEN_READONLY);
    std::size_t copied = 0;
    for (const auto& path : document_store(database).file_paths()) {
        const auto from = data_folder / path, to = copy / path;
        std::error_code failed;
        if (!path.starts_with("uploads/") || !fs::copy_file(from, to, failed)) {
            if (failed && failed != std::errc::no_such_file_or_directory)
                throw std::system_error(failed, "copying " + from.string());
            continue;
        }
        flush_to_disk(to);
        if (!same_bytes(from, to) && fs::exists(from))
            throw std::runtime_error("the copy of " + from.string() + " is not the same");
        ++copied;
    }
    return copied;
}

std::uintmax_t bytes_in(const fs::path& folder) {
    std::uintmax_t sum = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            sum += entry.file_size();
    return sum;
}

/// Their names sort by their times.
std::vector<fs::path> backups_in(const fs::path& folder) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const auto name = entry.path().filename().string();
        if (entry.is_directory() && name.starts_with(prefix) && name.size() == name_length)
            found.push_back(entry.path());
    }
    std::ranges::sort(found);
    return found;
}

std::size_t remove_oldest(const fs::path& folder, std::size_t keep) {
    const auto all = backups_in(folder);
    const std::size_t surplus = all.size() > keep ? all.size() - keep : 0;
    for (std::size_t i = 0; i < surplus; ++i)
        fs::remove_all(all[i]);
    return surplus;
}

}  // namespace

rotated_backup rotate_backup(SQLite::Database& database, const fs::path& data_folder, const fs::path& into,
                             std::size_t keep, timestamp now) {
    fs::create_directories(into);
    rotated_backup made;
    made.folder = into / name_of(now);
    if (fs::exists(made.folder))
        throw std::runtime_error(made.folder.string() + " is there already");
    const folder_in_the_making copy(made.folder);
    write_backup(database, copy.path() / "examwright.db");
    fs::permissions(copy.path() / "examwright.db", fs::perms::owner_read | fs::perms::owner_write);
    made.uploads = copy_uploads(data_folder, copy.path());
    copy.take_name();
    made.bytes = bytes_in(made.folder);
    made.removed = remove_oldest(into, keep);
    return made;
}

}  // namespace examwright
