#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace examwright {

/// Makes the folder, for its owner alone, and removes what uploads broken off by a crash left in it. At the
/// start, before the first upload.
void prepare_upload_folder(const std::filesystem::path& folder);

/// A file in the making, readable by its owner alone, removed again unless finish() was called. Its functions
/// wait for the disk: call them on a worker thread. They throw system_error; then nothing is left of the
/// file.
class upload_file {
  public:
    /// The folder must exist. The file has another name until finish().
    upload_file(std::filesystem::path folder, const std::string& name);
    ~upload_file();
    upload_file(const upload_file&) = delete;
    upload_file& operator=(const upload_file&) = delete;

    void append(std::string_view bytes);
    /// Returns when the file and its name are on the disk for good.
    void finish();
    /// Gives up what finish() kept.
    void discard() noexcept;

  private:
    void keep_only_if(bool good, const char* what);

    std::filesystem::path folder_;
    std::filesystem::path path_;  // of what there is now
    int descriptor_;
    bool kept_ = false;
};

}  // namespace examwright
