#include "tools/extract/sandbox/syscall_filter.hpp"

#include <asm/sockios.h>
#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <sys/ioctl.h>

#include <array>
#include <initializer_list>
#include <memory>
#include <system_error>

namespace examwright::extract {

namespace {

// What reading a document never needs. A list of the forbidden, not of the allowed: the C library and poppler
// of another release may use other calls, and the files, the memory and the time are limited elsewhere.
constexpr std::array forbidden = {
    // network
    "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg", "sendmmsg",
    "recvmsg", "recvmmsg",
    // other processes
    "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "pidfd_open", "pidfd_getfd",
    "pidfd_send_signal", "kill", "tkill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "kcmp",
    "setpriority", "ioprio_set", "sched_setscheduler", "sched_setparam", "sched_setattr", "sched_setaffinity",
    // attributes of files, which Landlock leaves alone
    "chmod", "fchmod", "fchmodat", "fchmodat2", "chown", "fchown", "lchown", "fchownat", "utime", "utimes",
    "futimesat", "utimensat", "setxattr", "lsetxattr", "fsetxattr", "setxattrat", "removexattr",
    "lremovexattr", "fremovexattr", "removexattrat", "file_setattr",
    // namespaces, mounts, the system
    "unshare", "setns", "mount", "umount2", "pivot_root", "chroot", "move_mount", "open_tree", "fsopen",
    "fsmount", "fsconfig", "mount_setattr", "swapon", "swapoff", "reboot", "kexec_load", "kexec_file_load",
    "init_module", "finit_module", "delete_module", "settimeofday", "clock_settime", "sethostname",
    "setdomainname", "acct", "quotactl",
    // doors into the kernel
    "bpf", "perf_event_open", "userfaultfd", "io_uring_setup", "io_uring_enter", "io_uring_register",
    "keyctl", "add_key", "request_key", "name_to_handle_at", "open_by_handle_at", "fanotify_init",
    "inotify_init", "inotify_init1", "memfd_create", "memfd_secret", "modify_ldt", "personality", "vmsplice",
    "shmget", "msgget", "semget", "mq_open", "syslog", "ioperm", "iopl"};

struct forbidden_command {
    int call;
    unsigned position;  // of the argument that holds the command
    unsigned long command;
};

// Signals from a descriptor reach whoever is named as its owner, the server too.
constexpr std::array forbidden_commands = {
    forbidden_command{SCMP_SYS(fcntl), 1, F_SETOWN},  forbidden_command{SCMP_SYS(fcntl), 1, F_SETOWN_EX},
    forbidden_command{SCMP_SYS(fcntl), 1, F_SETSIG},  forbidden_command{SCMP_SYS(fcntl), 1, F_SETLEASE},
    forbidden_command{SCMP_SYS(fcntl), 1, F_NOTIFY},  forbidden_command{SCMP_SYS(ioctl), 1, FIOASYNC},
    forbidden_command{SCMP_SYS(ioctl), 1, FIOSETOWN}, forbidden_command{SCMP_SYS(ioctl), 1, SIOCSPGRP},
    forbidden_command{SCMP_SYS(ioctl), 1, TIOCSTI},   forbidden_command{SCMP_SYS(ioctl), 1, TIOCLINUX},
};

void forbid(scmp_filter_ctx filter, int call, std::initializer_list<scmp_arg_cmp> when) {
    const auto count = static_cast<unsigned>(when.size());
    const int error = seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EPERM), call, count, when.begin());
    if (error != 0)
        throw std::system_error(-error, std::generic_category(), "seccomp rule");
}

void forbid_commands(scmp_filter_ctx filter) {
    // The kernel reads a command as 32 bits: what stands above them must not hide it.
    constexpr scmp_datum_t low_half = 0xFFFFFFFF;
    for (const auto& each : forbidden_commands)
        forbid(filter, each.call, {SCMP_CMP(each.position, SCMP_CMP_MASKED_EQ, low_half, each.command)});
    forbid(filter, SCMP_SYS(fcntl),
           {SCMP_A1(SCMP_CMP_MASKED_EQ, low_half, F_SETFL), SCMP_A2(SCMP_CMP_MASKED_EQ, O_ASYNC, O_ASYNC)});
}

struct release_filter {
    void operator()(void* filter) const { seccomp_release(filter); }
};

}  // namespace

bool restrict_syscalls() {
    if (seccomp_api_get() < 1)
        return false;
    const std::unique_ptr<void, release_filter> filter(seccomp_init(SCMP_ACT_ALLOW));
    if (!filter)
        return false;
    for (const char* name : forbidden) {
        const int number = seccomp_syscall_resolve_name(name);
        if (number == __NR_SCMP_ERROR)
            continue;  // newer than this libseccomp
        if (const int error = seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), number, 0); error != 0)
            throw std::system_error(-error, std::generic_category(), name);
    }
    forbid_commands(filter.get());
    // Limits may be set for oneself alone.
    seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), SCMP_SYS(prlimit64), 1, SCMP_A0(SCMP_CMP_NE, 0));
    // clone3 hides its flags in memory; without it the C library takes clone, whose flags a filter sees.
    seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
    constexpr unsigned long new_namespaces = 0x7E020000;  // CLONE_NEW* but CLONE_NEWTIME, which is clone3's
    for (unsigned long flag = 1; flag <= new_namespaces; flag <<= 1)
        if (flag & new_namespaces)
            seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                             SCMP_A0(SCMP_CMP_MASKED_EQ, flag, flag));
    return seccomp_load(filter.get()) == 0;
}

}  // namespace examwright::extract
