#pragma once

namespace examwright::extract {

/// From here on, this process and those it starts have no sockets, no signals to others, no look into other
/// processes, no mounts and none of the rarely needed doors into the kernel: such calls fail with EPERM.
/// False where the kernel has no seccomp filters.
bool restrict_syscalls();

}  // namespace examwright::extract
