#pragma once

#include <filesystem>
#include <string_view>

namespace examwright {

/// A file that lives in memory alone, for a program that reads files. It ends with this object.
class memory_file {
  public:
    /// Throws std::system_error if there is no memory for it.
    explicit memory_file(std::string_view bytes);
    ~memory_file();
    memory_file(const memory_file&) = delete;
    memory_file& operator=(const memory_file&) = delete;

    /// By which this process can open it.
    std::filesystem::path path() const;

  private:
    int descriptor_;
};

}  // namespace examwright
