#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace examwright {

/// The files of documents that come from another installation, copied into the upload folder of this one.
/// They go again with this object, unless keep() was called.
class old_uploads {
  public:
    /// data: this installation's folder, which has its upload folder. old_folders: where relative paths may
    /// start from.
    old_uploads(std::filesystem::path data, std::vector<std::filesystem::path> old_folders);
    ~old_uploads();
    old_uploads(const old_uploads&) = delete;
    old_uploads& operator=(const old_uploads&) = delete;

    /// Copies what there is and sets documents.file_path; it is NULL where the file is gone, or is not what
    /// the document says. Documents of `unread` whose file is here will be read by the server. Throws where
    /// this disk fails.
    void copy(SQLite::Database& database, const std::set<std::string>& unread);
    void keep() { copied_.clear(); }

    int copied = 0;
    int gone = 0;

  private:
    bool copy_file(const std::string& id, const std::string& path, const std::string& source_type);

    std::filesystem::path data_;
    std::vector<std::filesystem::path> old_folders_;
    std::vector<std::filesystem::path> copied_;
};

}  // namespace examwright
