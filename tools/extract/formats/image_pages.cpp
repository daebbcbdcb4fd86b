#include "tools/extract/formats/image_pages.hpp"

#include <optional>
#include <set>

namespace examwright::extract {

namespace {

/// Numbers in a file, read with a check of each place.
class number_reader {
  public:
    number_reader(std::string_view bytes, bool little_endian)
        : bytes_(bytes), little_endian_(little_endian) {}

    std::optional<std::uint32_t> at(std::size_t offset, std::size_t width) const {
        if (offset > bytes_.size() || bytes_.size() - offset < width)
            return std::nullopt;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < width; ++i) {
            const auto byte =
                static_cast<unsigned char>(bytes_[offset + (little_endian_ ? width - 1 - i : i)]);
            value = value << 8 | byte;
        }
        return value;
    }

  private:
    std::string_view bytes_;
    bool little_endian_;
};

image_page png_page(std::string_view bytes) {
    const number_reader numbers(bytes, false);
    return {numbers.at(16, 4).value_or(0), numbers.at(20, 4).value_or(0), 0};
}

image_page jpeg_page(std::string_view bytes) {
    const number_reader numbers(bytes, false);
    for (std::size_t at = 2; at + 9 < bytes.size();) {
        const auto marker = static_cast<unsigned char>(bytes[at + 1]);
        if (static_cast<unsigned char>(bytes[at]) != 0xFF)
            return {};
        const bool is_frame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (is_frame)
            return {numbers.at(at + 7, 2).value_or(0), numbers.at(at + 5, 2).value_or(0), 0};
        const auto length = numbers.at(at + 2, 2).value_or(0);
        if (length < 2)
            return {};
        at += marker == 0xFF ? 1 : 2 + length;
    }
    return {};
}

struct tiff_directory {
    image_page page;
    std::size_t next = 0;
};

tiff_directory tiff_directory_at(const number_reader& numbers, std::size_t offset) {
    tiff_directory found;
    const auto entries = numbers.at(offset, 2).value_or(0);
    for (std::uint32_t i = 0; i < entries; ++i) {
        const std::size_t entry = offset + 2 + 12 * std::size_t{i};
        const auto tag = numbers.at(entry, 2), type = numbers.at(entry + 2, 2);
        if (!tag || !type)
            return found;
        constexpr std::uint32_t width_tag = 256, height_tag = 257, short_number = 3;
        const auto value = numbers.at(entry + 8, *type == short_number ? 2 : 4).value_or(0);
        found.page.width = *tag == width_tag ? value : found.page.width;
        found.page.height = *tag == height_tag ? value : found.page.height;
    }
    found.next = numbers.at(offset + 2 + 12 * std::size_t{entries}, 4).value_or(0);
    return found;
}

bool has_size(const image_page& page) {
    return page.width > 0 && page.height > 0;
}

std::vector<image_page> tiff_pages(std::string_view bytes) {
    const number_reader numbers(bytes, bytes[0] == 'I');
    constexpr std::size_t most_pages = 100'000;
    std::vector<image_page> pages;
    std::set<std::size_t> seen;
    std::size_t offset = numbers.at(4, 4).value_or(0);
    while (offset != 0 && seen.insert(offset).second && pages.size() < most_pages) {
        auto directory = tiff_directory_at(numbers, offset);
        if (!has_size(directory.page))
            break;
        directory.page.offset = pages.empty() ? 0 : offset;
        pages.push_back(directory.page);
        offset = directory.next;
    }
    return pages;
}

}  // namespace

std::vector<image_page> image_pages_of(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv))
        return tiff_pages(bytes);
    image_page only;
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"))
        only = png_page(bytes);
    else if (bytes.starts_with("\xFF\xD8"))
        only = jpeg_page(bytes);
    return has_size(only) ? std::vector{only} : std::vector<image_page>();
}

}  // namespace examwright::extract
