#include "core/document/zip_names.hpp"

#include <algorithm>
#include <cstddef>

namespace examwright {
namespace {

/// A little-endian number of `bytes` bytes; 0 beyond the end.
std::size_t number_at(std::string_view data, std::size_t at, std::size_t bytes) {
    if (at > data.size() || data.size() - at < bytes)
        return 0;
    std::size_t value = 0;
    for (std::size_t i = bytes; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(data[at + i]);
    return value;
}

struct record_layout {
    std::string_view signature;
    std::size_t name_length_at;
    std::size_t name_at;
};
constexpr record_layout central_record{"PK\x01\x02", 28, 46};
constexpr record_layout local_record{"PK\x03\x04", 26, 30};

std::vector<std::string_view> names_from(std::string_view data, std::size_t at, const record_layout& layout) {
    std::vector<std::string_view> names;
    for (at = data.find(layout.signature, at); at != data.npos; at = data.find(layout.signature, at)) {
        const auto name_at = at + layout.name_at;
        if (name_at > data.size())
            break;
        names.push_back(data.substr(name_at, number_at(data, at + layout.name_length_at, 2)));
        at = name_at + names.back().size();
    }
    return names;
}

}  // namespace

std::vector<std::string_view> zip_part_names(std::string_view head, std::string_view tail) {
    const auto end = tail.rfind("PK\x05\x06");
    if (end == tail.npos)
        return names_from(head, 0, local_record);
    const auto directory_size = number_at(tail, end + 12, 4);
    return names_from(tail.substr(0, end), end - std::min(end, directory_size), central_record);
}

std::string_view zip_mimetype(std::string_view head) {
    constexpr std::string_view name = "mimetype";
    if (head.size() < local_record.name_at || !head.starts_with(local_record.signature) ||
        number_at(head, 8, 2) != 0 || head.substr(local_record.name_at, name.size()) != name)
        return {};
    const auto at = local_record.name_at + number_at(head, 26, 2) + number_at(head, 28, 2);
    return at < head.size() ? head.substr(at, number_at(head, 18, 4)) : std::string_view();
}

}  // namespace examwright
