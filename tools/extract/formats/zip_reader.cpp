#include "tools/extract/formats/zip_reader.hpp"

#include <zlib.h>

#include <algorithm>
#include <memory>

#include "tools/extract/failure.hpp"

namespace examwright::extract {

namespace {

constexpr std::size_t most_parts = 2000;
constexpr std::size_t largest_part = 50'000'000;
constexpr std::size_t largest_sum = 150'000'000;
constexpr std::size_t highest_ratio = 100;
constexpr std::size_t ratio_counts_from = 1'000'000;

failure damaged(const char* what) {
    return {extraction_exit::damaged, what};
}

failure too_costly(const char* what) {
    return {extraction_exit::too_costly, what};
}

/// A little-endian number of `width` bytes.
std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t width) {
    if (at > bytes.size() || bytes.size() - at < width)
        throw damaged("the archive ends too early");
    std::size_t value = 0;
    for (std::size_t i = width; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

/// The value of a size or an offset: from the record, or from its zip64 extra field, whose values come in the
/// order of those that the record leaves to it.
std::size_t wide_number(std::size_t value, std::string_view extra, std::size_t& used) {
    if (value != 0xFFFFFFFF)
        return value;
    for (std::size_t at = 0; at + 4 <= extra.size(); at += 4 + number_at(extra, at + 2, 2))
        if (number_at(extra, at, 2) == 1) {
            const auto found = number_at(extra, at + 4 + used, 8);
            used += 8;
            return found;
        }
    throw damaged("a size is missing");
}

struct inflater {
    z_stream stream{};
    inflater() {
        if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
            throw std::bad_alloc();
    }
    ~inflater() { inflateEnd(&stream); }
    inflater(const inflater&) = delete;
    inflater& operator=(const inflater&) = delete;
};

}  // namespace

zip_reader::zip_reader(std::string_view bytes) : bytes_(bytes) {
    constexpr std::size_t end_record = 22;
    const auto end = bytes.rfind("PK\x05\x06");
    if (end == bytes.npos || bytes.size() - end < end_record)
        throw damaged("the archive's directory is missing");
    auto count = number_at(bytes, end + 10, 2);
    auto at = number_at(bytes, end + 16, 4);
    if ((count == 0xFFFF || at == 0xFFFFFFFF) && end >= 20 && bytes.substr(end - 20, 4) == "PK\x06\x07") {
        const auto end64 = number_at(bytes, end - 12, 8);
        count = number_at(bytes, end64 + 32, 8);
        at = number_at(bytes, end64 + 48, 8);
    }
    if (count > most_parts)
        throw too_costly("too many parts in the archive");
    for (; count > 0; --count) {
        if (at > bytes.size() || bytes.substr(at, 4) != "PK\x01\x02")
            throw damaged("the archive's directory is damaged");
        const auto name_length = number_at(bytes, at + 28, 2);
        const auto extra_length = number_at(bytes, at + 30, 2);
        add_entry(at, name_length, extra_length);
        at += 46 + name_length + extra_length + number_at(bytes, at + 32, 2);
    }
}

void zip_reader::add_entry(std::size_t at, std::size_t name_length, std::size_t extra_length) {
    if (bytes_.size() - at < 46 + name_length + extra_length)
        throw damaged("the archive's directory ends too early");
    const auto extra = bytes_.substr(at + 46 + name_length, extra_length);
    std::size_t used = 0;
    entry part;
    part.encrypted = (number_at(bytes_, at + 8, 2) & 1) != 0;
    part.method = static_cast<unsigned>(number_at(bytes_, at + 10, 2));
    wide_number(number_at(bytes_, at + 24, 4), extra, used);
    part.packed_size = wide_number(number_at(bytes_, at + 20, 4), extra, used);
    part.header_at = wide_number(number_at(bytes_, at + 42, 4), extra, used);
    std::string name(bytes_.substr(at + 46, name_length));
    std::replace(name.begin(), name.end(), '\\', '/');
    if (!entries_.emplace(std::move(name), part).second)
        throw damaged("two parts of the archive have one name");
}

std::optional<std::string> zip_reader::read(std::string_view name) {
    const auto found = entries_.find(name);
    if (found == entries_.end())
        return std::nullopt;
    const auto& part = found->second;
    if (part.encrypted)
        throw failure(extraction_exit::encrypted, "a part of the archive is encrypted");
    const auto packed = packed_bytes(part);
    if (part.method == Z_DEFLATED)
        return inflate_part(packed);
    if (part.method != 0)
        throw damaged("a part of the archive is packed in an unknown way");
    inflated_ += packed.size();
    if (packed.size() > largest_part || inflated_ > largest_sum)
        throw too_costly("a part of the archive is too large");
    return std::string(packed);
}

std::string_view zip_reader::packed_bytes(const entry& part) const {
    if (part.header_at > bytes_.size() || bytes_.substr(part.header_at, 4) != "PK\x03\x04")
        throw damaged("a part of the archive is missing");
    const auto begin = part.header_at + 30 + number_at(bytes_, part.header_at + 26, 2) +
                       number_at(bytes_, part.header_at + 28, 2);
    if (begin > bytes_.size() || bytes_.size() - begin < part.packed_size)
        throw damaged("a part of the archive ends too early");
    return bytes_.substr(begin, part.packed_size);
}

std::string zip_reader::inflate_part(std::string_view packed) {
    inflater unpack;
    auto& stream = unpack.stream;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string out;
    std::string piece(64 * 1024, '\0');
    for (;;) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        const int state = inflate(&stream, Z_NO_FLUSH);
        out.append(piece, 0, piece.size() - stream.avail_out);
        const bool too_dense = out.size() > ratio_counts_from && out.size() / highest_ratio > packed.size();
        if (out.size() > largest_part || inflated_ + out.size() > largest_sum || too_dense)
            throw too_costly("a part of the archive inflates to too much");
        if (state == Z_STREAM_END)
            break;
        if (state != Z_OK)
            throw damaged("a part of the archive is damaged");
    }
    inflated_ += out.size();
    return out;
}

}  // namespace examwright::extract
