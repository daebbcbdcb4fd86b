#include "core/exports/zip_archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <cstdint>
#include <memory>
#include <stdexcept>

namespace examwright {
namespace {

struct release {
    void operator()(archive* writer) const { archive_write_free(writer); }
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};
using writer_handle = std::unique_ptr<archive, release>;
using entry_handle = std::unique_ptr<archive_entry, release>;

la_ssize_t append(archive*, void* bytes, const void* part, std::size_t size) {
    static_cast<std::string*>(bytes)->append(static_cast<const char*>(part), size);
    return static_cast<la_ssize_t>(size);
}

/// Nothing that a caller puts into an archive makes it fail: what does is memory, or a mistake of ours.
void check(const writer_handle& writer, la_ssize_t outcome) {
    if (outcome < 0)
        throw std::runtime_error(std::string("Cannot write a zip archive: ") +
                                 archive_error_string(writer.get()));
}

void add(const writer_handle& writer, const archived_file& file) {
    const entry_handle entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), file.name.c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_size(entry.get(), static_cast<std::int64_t>(file.content.size()));
    check(writer, archive_write_header(writer.get(), entry.get()));
    check(writer, archive_write_data(writer.get(), file.content.data(), file.content.size()));
}

}  // namespace

std::string zip_archive(const std::vector<archived_file>& files) {
    std::string bytes;
    const writer_handle writer(archive_write_new());
    check(writer, archive_write_set_format_zip(writer.get()));
    check(writer, archive_write_set_bytes_in_last_block(writer.get(), 1));  // no padding
    check(writer, archive_write_open(writer.get(), &bytes, nullptr, append, nullptr));
    for (const auto& file : files)
        add(writer, file);
    check(writer, archive_write_close(writer.get()));
    return bytes;
}

}  // namespace examwright
