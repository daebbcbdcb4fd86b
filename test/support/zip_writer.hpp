#pragma once

#include <zlib.h>

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace examwright::test {

/// Makes zip archives, good ones and bad ones, of parts in memory.
class zip_writer {
  public:
    void add(const std::string& name, const std::string& content, bool encrypted = false) {
        std::string packed = deflated(content);
        const auto at = archive_.size();
        const std::string common = number(20, 2) + number(encrypted ? 1 : 0, 2) + number(8, 2) +
                                   number(0, 4) + number(0, 4) + number(packed.size(), 4) +
                                   number(claimed_size.value_or(content.size()), 4) + number(name.size(), 2) +
                                   number(0, 2);
        archive_ += "PK\x03\x04" + common + name + packed;
        directory_ += "PK\x01\x02" + number(20, 2) + common + number(0, 2) + number(0, 4) + number(0, 4) +
                      number(at, 4) + name;
        ++count_;
    }

    std::string take() const {
        return archive_ + directory_ + "PK\x05\x06" + number(0, 4) + number(count_, 2) + number(count_, 2) +
               number(directory_.size(), 4) + number(archive_.size(), 4) + number(0, 2);
    }

    std::optional<std::size_t> claimed_size;  // what the headers say of the next part, whatever is true

  private:
    static std::string number(std::size_t value, int bytes) {
        std::string out;
        for (; bytes > 0; --bytes, value >>= 8)
            out += static_cast<char>(value & 0xFF);
        return out;
    }

    static std::string deflated(const std::string& content) {
        z_stream stream{};
        if (deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
            throw std::runtime_error("deflateInit2");
        std::string out(deflateBound(&stream, content.size()), '\0');
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
        stream.avail_in = static_cast<uInt>(content.size());
        stream.next_out = reinterpret_cast<Bytef*>(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        deflate(&stream, Z_FINISH);
        out.resize(stream.total_out);
        deflateEnd(&stream);
        return out;
    }

    std::string archive_;
    std::string directory_;
    std::size_t count_ = 0;
};

inline std::string zip_of(const std::vector<std::pair<std::string, std::string>>& parts) {
    zip_writer zip;
    for (const auto& [name, content] : parts)
        zip.add(name, content);
    return zip.take();
}

}  // namespace examwright::test
