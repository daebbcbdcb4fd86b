#include "tools/extract/sandbox/landlock.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <system_error>

namespace examwright::extract {

namespace {

// Newer than the kernel headers of Debian 12.
constexpr std::uint64_t access_fs_truncate = 1ULL << 14;

constexpr std::uint64_t read_and_run =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t read_one_file = LANDLOCK_ACCESS_FS_READ_FILE;

/// Every right that this version knows: what is not granted below is denied.
std::uint64_t handled_rights(int version) {
    std::uint64_t rights = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
    if (version >= 2)
        rights |= LANDLOCK_ACCESS_FS_REFER;
    if (version >= 3)
        rights |= access_fs_truncate;
    return rights;
}

void allow(int ruleset, const char* path, std::uint64_t rights) {
    const int file = open(path, O_PATH | O_CLOEXEC);
    if (file < 0)
        return;  // not on this system, so nothing to allow
    landlock_path_beneath_attr rule{};
    rule.allowed_access = rights;
    rule.parent_fd = file;
    const long added = syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    const int error = errno;
    close(file);
    if (added != 0)
        throw std::system_error(error, std::generic_category(), "landlock_add_rule");
}

}  // namespace

int restrict_files() {
    const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return 0;
    landlock_ruleset_attr handled{};
    handled.handled_access_fs = handled_rights(static_cast<int>(version));
    const long ruleset = syscall(SYS_landlock_create_ruleset, &handled, sizeof(handled), 0);
    if (ruleset < 0)
        throw std::system_error(errno, std::generic_category(), "landlock_create_ruleset");
    const int descriptor = static_cast<int>(ruleset);
    for (const char* folder : {"/usr", "/lib", "/lib64", "/bin", "/etc/fonts"})
        allow(descriptor, folder, read_and_run);
    for (const char* file : {"/etc/ld.so.cache", "/etc/ld.so.preload"})
        allow(descriptor, file, read_one_file);
    const long restricted = syscall(SYS_landlock_restrict_self, descriptor, 0);
    const int error = errno;
    close(descriptor);
    if (restricted != 0)
        throw std::system_error(error, std::generic_category(), "landlock_restrict_self");
    return static_cast<int>(version);
}

}  // namespace examwright::extract
