#pragma once

#include <filesystem>

namespace examwright::test {

/// A fresh empty folder, removed with all it holds at the end of the scope.
class temporary_folder {
  public:
    temporary_folder();
    ~temporary_folder();
    temporary_folder(const temporary_folder&) = delete;
    temporary_folder& operator=(const temporary_folder&) = delete;

    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace examwright::test
