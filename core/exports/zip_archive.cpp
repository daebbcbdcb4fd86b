#include "core/exports/zip_archive.hpp"

#include <zip.h>
#include <zlib.h>

#include <algorithm>
#include <memory>
#include <new>
#include <stdexcept>

namespace examwright {
namespace {

constexpr uLong first_day = (1 << 5 | 1) << 16;  // midnight of 1 January 1980, as DOS has it
constexpr uLong made_by_unix = 3 << 8 | 20;
constexpr uLong plain_file = 0100644;

/// A file in memory. minizip goes back in it to write an entry's sizes when they are known.
struct memory_file {
    std::string bytes;
    std::size_t at = 0;
};

memory_file& file_of(voidpf stream) {
    return *static_cast<memory_file*>(stream);
}

voidpf open(voidpf file, const void*, int) {
    return file;
}

uLong read(voidpf, voidpf, void*, uLong) {
    return 0;
}

uLong write(voidpf, voidpf stream, const void* part, uLong size) {
    auto& file = file_of(stream);
    try {
        file.bytes.resize(std::max(file.bytes.size(), file.at + size));
    } catch (const std::bad_alloc&) {
        return 0;  // which minizip takes for a full disk
    }
    std::copy_n(static_cast<const char*>(part), size,
                file.bytes.begin() + static_cast<std::ptrdiff_t>(file.at));
    file.at += size;
    return size;
}

ZPOS64_T tell(voidpf, voidpf stream) {
    return file_of(stream).at;
}

long seek(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
    auto& file = file_of(stream);
    const std::size_t from = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                             : origin == ZLIB_FILEFUNC_SEEK_CUR ? file.at
                                                                : file.bytes.size();
    file.at = from + offset;
    return 0;
}

int succeed(voidpf, voidpf) {
    return 0;
}

/// Nothing that a caller puts into an archive makes it fail: what does is memory, or a mistake of ours.
void check(int outcome) {
    if (outcome != ZIP_OK)
        throw std::runtime_error("Cannot write a zip archive: error " + std::to_string(outcome));
}

void add(zipFile archive, const archived_file& file) {
    zip_fileinfo about{};
    about.dosDate = first_day;
    about.external_fa = plain_file << 16;
    check(zipOpenNewFileInZip4_64(archive, file.name.c_str(), &about, nullptr, 0, nullptr, 0, nullptr,
                                  Z_DEFLATED, Z_DEFAULT_COMPRESSION, 0, -MAX_WBITS, DEF_MEM_LEVEL,
                                  Z_DEFAULT_STRATEGY, nullptr, 0, made_by_unix, 0, 0));
    check(zipWriteInFileInZip(archive, file.content.data(), static_cast<unsigned>(file.content.size())));
    check(zipCloseFileInZip(archive));
}

}  // namespace

std::string zip_archive(const std::vector<archived_file>& files) {
    memory_file memory;
    zlib_filefunc64_def in_memory{open, read, write, tell, seek, succeed, succeed, &memory};
    const auto close = [](void* archive) { zipClose(archive, nullptr); };
    std::unique_ptr<void, decltype(close)> archive(zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &in_memory),
                                                   close);
    if (!archive)
        throw std::bad_alloc();
    for (const auto& file : files)
        add(archive.get(), file);
    check(zipClose(archive.release(), nullptr));
    return std::move(memory.bytes);
}

}  // namespace examwright
