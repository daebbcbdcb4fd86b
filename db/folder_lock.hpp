#pragma once

#include <filesystem>

namespace examwright {

/// Held by the one process that runs jobs on a data folder, or moves its database: two servers would do
/// every job twice. It ends with the process, however that ends.
class folder_lock {
  public:
    /// The folder must exist. std::runtime_error with a sentence, where another process holds the lock.
    explicit folder_lock(const std::filesystem::path& folder);
    ~folder_lock();
    folder_lock(const folder_lock&) = delete;
    folder_lock& operator=(const folder_lock&) = delete;

  private:
    int descriptor_;
};

}  // namespace examwright
