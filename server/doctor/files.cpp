#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "server/doctor/checks.hpp"

namespace examwright {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t megabyte = 1024 * 1024;

/// The folder, or where it is not there the nearest one above it that is.
fs::path existing_part(const fs::path& folder) {
    auto part = fs::absolute(folder).lexically_normal();
    std::error_code unknown;
    while (!fs::exists(part, unknown) && part.has_relative_path())
        part = part.parent_path();
    return part;
}

finding check_writable(const fs::path& folder) {
    const auto part = existing_part(folder);
    std::error_code unknown;
    if (!fs::is_directory(part, unknown))
        return error_finding("data folder", part.string() + " is no folder",
                             "Set EXAMWRIGHT_DATA to a folder.");
    if (::access(part.c_str(), R_OK | W_OK | X_OK) != 0)
        return error_finding("data folder", part.string() + " can't be written: " + std::strerror(errno),
                             "Run this as the server's user, or give that user the folder.");
    return ok_finding("data folder",
                      folder.string() + (fs::exists(folder, unknown) ? " can be written"
                                                                     : " is not there yet; serve makes it"));
}

finding check_space(const fs::path& folder) {
    std::error_code error;
    const auto space = fs::space(existing_part(folder), error);
    if (error)
        return warning_finding("disk", "its space is not known: " + error.message(), "Look at it by df.");
    const auto free = std::to_string(space.available / megabyte) + " MB free";
    if (space.available < 100 * megabyte)
        return error_finding("disk", free, "Make room: a full disk stops all work.");
    return space.available < 1024 * megabyte ? warning_finding("disk", free, "Make room before it is full.")
                                             : ok_finding("disk", free);
}

/// Others can read it, or it belongs to another; empty where all is well.
std::string exposure(const fs::path& file) {
    struct stat status = {};
    if (::stat(file.c_str(), &status) != 0)
        return errno == ENOENT ? "" : file.string() + ": " + std::strerror(errno);
    if ((status.st_mode & 077) != 0)
        return file.string() + " can be read or written by other users";
    if (status.st_uid != ::geteuid())
        return file.string() + " belongs to another user than the one who asks";
    return "";
}

finding check_permissions(const config& settings) {
    const auto database = settings.database_file();
    for (const auto& file : {settings.data, database, fs::path(database.string() + "-wal"),
                             fs::path(database.string() + "-shm"), settings.uploads(), settings.api_key_file})
        if (const auto what = file.empty() ? "" : exposure(file); !what.empty())
            return warning_finding("permissions", what, "chown it to the server's user, and chmod go= it.");
    return ok_finding("permissions", "all files are the server's user's alone");
}

}  // namespace

findings check_files(const config& settings) {
    return {check_writable(settings.data), check_space(settings.data), check_permissions(settings)};
}

}  // namespace examwright
