#pragma once

#include <signal.h>
#include <sys/resource.h>

namespace examwright::test {

/// No file of this process may grow over so many bytes, for a scope: as on a full disk.
class small_disk {
  public:
    explicit small_disk(rlim_t bytes) : handler_(::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        rlimit limit = before_;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~small_disk() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        ::signal(SIGXFSZ, handler_);
    }
    small_disk(const small_disk&) = delete;
    small_disk& operator=(const small_disk&) = delete;

  private:
    rlimit before_{};
    void (*handler_)(int);
};

}  // namespace examwright::test
