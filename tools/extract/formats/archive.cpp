#include "tools/extract/formats/archive.hpp"

#include <unzip.h>

#include <algorithm>
#include <cstddef>
#include <memory>

#include "core/imports/archive_reader.hpp"
#include "core/text/ascii.hpp"
#include "tools/extract/failure.hpp"
#include "tools/extract/formats/plain_text.hpp"

namespace examwright::extract {

namespace {

constexpr int most_archive_parts = 5'000;  // that may hold questions

/// An archive in memory, as minizip reads it.
struct memory_file {
    std::string_view bytes;
    std::size_t at = 0;
};

memory_file& file_of(voidpf stream) {
    return *static_cast<memory_file*>(stream);
}

voidpf open(voidpf file, const void*, int) {
    return file;
}

uLong read(voidpf, voidpf stream, void* into, uLong size) {
    auto& file = file_of(stream);
    const auto count = std::min<std::size_t>(size, file.bytes.size() - file.at);
    std::copy_n(file.bytes.data() + file.at, count, static_cast<char*>(into));
    file.at += count;
    return count;
}

uLong write(voidpf, voidpf, const void*, uLong) {
    return 0;
}

ZPOS64_T tell(voidpf, voidpf stream) {
    return file_of(stream).at;
}

long seek(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
    auto& file = file_of(stream);
    const std::size_t from = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                             : origin == ZLIB_FILEFUNC_SEEK_CUR ? file.at
                                                                : file.bytes.size();
    const auto place = from + offset;
    if (place > file.bytes.size())
        return -1;
    file.at = place;
    return 0;
}

int succeed(voidpf, voidpf) {
    return 0;
}

void check(int outcome) {
    if (outcome != UNZ_OK)
        throw failure(extraction_exit::damaged, "the archive is damaged");
}

bool holds_questions(std::string name) {
    std::ranges::transform(name, name.begin(), to_ascii_lower);
    if (!name.ends_with(".xml") && !name.ends_with(".dat"))  // Blackboard's XML
        return false;
    const bool of_word = name.starts_with("word/") || name.starts_with("docprops/") ||
                         name.starts_with("customxml/") || name.starts_with("[");
    return !of_word || name == "word/document.xml" || name == "word/numbering.xml" ||
           name == "word/styles.xml";
}

std::string inflated(unzFile archive, std::size_t most) {
    std::string bytes;
    char piece[32 * 1024];
    check(unzOpenCurrentFile(archive));
    for (;;) {
        const int count = unzReadCurrentFile(archive, piece, sizeof piece);
        if (count < 0)
            throw failure(extraction_exit::damaged, "a part of the archive is damaged");
        if (count == 0)
            break;
        bytes.append(piece, static_cast<std::size_t>(count));
        if (bytes.size() > most)
            throw failure(extraction_exit::too_much_text, "the archive inflates to too much");
    }
    unzCloseCurrentFile(archive);
    return bytes;
}

std::string name_of_part(unzFile archive) {
    char name[512] = {};
    unz_file_info64 about{};
    check(unzGetCurrentFileInfo64(archive, &about, name, sizeof name - 1, nullptr, 0, nullptr, 0));
    return name;
}

}  // namespace

std::string archive_text(std::string_view bytes) {
    memory_file memory{bytes};
    zlib_filefunc64_def in_memory{open, read, write, tell, seek, succeed, succeed, &memory};
    const std::unique_ptr<void, int (*)(unzFile)> archive(unzOpen2_64("", &in_memory), unzClose);
    if (!archive)
        throw failure(extraction_exit::damaged, "the archive is damaged");
    std::string text;
    std::size_t left = most_archive_bytes;
    int parts = 0;
    for (int outcome = unzGoToFirstFile(archive.get()); outcome == UNZ_OK;
         outcome = unzGoToNextFile(archive.get())) {
        const auto name = name_of_part(archive.get());
        if (!holds_questions(name) || ++parts > most_archive_parts)
            continue;
        const auto part = inflated(archive.get(), left);
        left -= part.size();
        text += "\f" + name + "\n" + decode_text(part);
    }
    if (parts > most_archive_parts)
        text += "\f\n" + std::to_string(parts - most_archive_parts);
    if (text.size() > most_archive_bytes)
        throw failure(extraction_exit::too_much_text, "the archive holds too much");
    if (text.empty())
        throw failure(extraction_exit::no_text, "the archive holds no XML");
    return text;
}

}  // namespace examwright::extract
