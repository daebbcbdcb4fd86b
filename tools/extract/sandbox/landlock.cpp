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
constexpr std::uint64_t access_fs_truncate = 1ULL << 14;   // from version 3 on
constexpr std::uint64_t access_fs_ioctl_dev = 1ULL << 15;  // 5
constexpr std::uint64_t access_net_tcp = 3;                // 4: bind and connect
constexpr std::uint64_t scopes = 3;                        // 6: abstract sockets and signals stay within

/// landlock_ruleset_attr as it is in version 6.
struct ruleset_rights {
    std::uint64_t files = 0;
    std::uint64_t network = 0;
    std::uint64_t scoped = 0;
};

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
    if (version >= 5)
        rights |= access_fs_ioctl_dev;
    return rights;
}

long create_ruleset(int version) {
    const ruleset_rights rights{handled_rights(version), version >= 4 ? access_net_tcp : 0,
                                version >= 6 ? scopes : 0};
    const std::size_t known = sizeof(std::uint64_t) * (version >= 6 ? 3u : version >= 4 ? 2u : 1u);
    return syscall(SYS_landlock_create_ruleset, &rights, known, 0);
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
    const long ruleset = create_ruleset(static_cast<int>(version));
    if (ruleset < 0)
        throw std::system_error(errno, std::generic_category(), "landlock_create_ruleset");
    const int descriptor = static_cast<int>(ruleset);
    for (const char* folder : {"/usr", "/lib", "/lib64", "/bin", "/etc/fonts", "/var/cache/fontconfig"})
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
