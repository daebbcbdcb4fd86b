#include "server/cli/legacy/uploads.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

#include "server/documents/upload_file.hpp"
#include "server/routes/document_upload.hpp"

namespace examwright {

namespace fs = std::filesystem;

namespace {

/// A regular file, open for reading.
class readable_file {
  public:
    explicit readable_file(const fs::path& path)
        : descriptor_(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)) {
        struct stat about = {};
        good_ = descriptor_ >= 0 && ::fstat(descriptor_, &about) == 0 && S_ISREG(about.st_mode);
    }
    ~readable_file() {
        if (descriptor_ >= 0)
            ::close(descriptor_);
    }
    readable_file(const readable_file&) = delete;
    readable_file& operator=(const readable_file&) = delete;

    /// Not any more, once a read failed.
    bool good() const { return good_; }
    /// Empty at the end, and where it can't be read.
    std::string_view next() {
        const auto count = ::read(descriptor_, buffer_.data(), buffer_.size());
        good_ = count >= 0;
        return {buffer_.data(), count > 0 ? static_cast<std::size_t>(count) : 0};
    }

  private:
    int descriptor_;
    bool good_ = false;
    std::array<char, 65536> buffer_;
};

/// An id of the database becomes the name of a file.
bool is_file_name(const std::string& id) {
    return !id.empty() && id.find_first_not_of("0123456789abcdefABCDEF-") == std::string::npos;
}

/// A path of the database is not followed to just any file: what is to be a PDF begins like one.
bool may_be(std::string_view head, const std::string& source_type) {
    return source_type != "pdf" || head.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

}  // namespace

old_uploads::old_uploads(fs::path data, std::vector<fs::path> old_folders)
    : data_(std::move(data)), old_folders_(std::move(old_folders)) {}

old_uploads::~old_uploads() {
    std::error_code ignored;
    for (const auto& file : copied_)
        fs::remove(file, ignored);
}

bool old_uploads::copy_file(const std::string& id, const std::string& path, const std::string& source_type) {
    const bool ours = path == upload_path(id);
    if (!is_file_name(id) || (!ours && source_type != "pdf"))  // the old service kept no other files
        return false;
    for (const auto& folder : old_folders_) {
        readable_file source(folder / path);
        auto bytes = source.good() ? source.next() : std::string_view();
        if (bytes.empty() || !may_be(bytes, source_type))
            continue;
        upload_file copy(data_ / "uploads", id);
        for (; !bytes.empty(); bytes = source.next())
            copy.append(bytes);
        if (!source.good())
            continue;
        copy.finish();
        copied_.push_back(data_ / upload_path(id));
        return true;
    }
    return false;
}

void old_uploads::copy(SQLite::Database& database, const std::set<std::string>& unread) {
    SQLite::Statement update(database, "UPDATE documents SET file_path = ?2 WHERE id = ?1");
    SQLite::Statement read_again(
        database, "UPDATE documents SET status = 'processing', failure_reason = NULL WHERE id = ?1");
    SQLite::Statement query(database,
                            "SELECT id, file_path, source_type FROM documents WHERE file_path IS NOT NULL");
    while (query.executeStep()) {
        const auto id = query.getColumn(0).getString();
        const bool found = copy_file(id, query.getColumn(1).getString(), query.getColumn(2).getString());
        ++(found ? copied : gone);
        update.bind(1, id);
        if (found)
            update.bind(2, upload_path(id));
        else
            update.bind(2);
        update.exec();
        update.reset();
        if (!found || !unread.contains(id))
            continue;
        read_again.bind(1, id);
        read_again.exec();
        read_again.reset();
    }
}

}  // namespace examwright
