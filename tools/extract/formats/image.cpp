#include "tools/extract/formats/image.hpp"

#include "tools/extract/failure.hpp"
#include "tools/extract/formats/ocr.hpp"
#include "tools/extract/progress.hpp"

namespace examwright::extract {

namespace {

constexpr std::uint64_t most_pixels = 40'000'000;

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

std::optional<image_size> png_size(std::string_view bytes) {
    const number_reader numbers(bytes, false);
    const auto width = numbers.at(16, 4), height = numbers.at(20, 4);
    return width && height ? std::optional(image_size{*width, *height}) : std::nullopt;
}

std::optional<image_size> jpeg_size(std::string_view bytes) {
    const number_reader numbers(bytes, false);
    for (std::size_t at = 2; at + 9 < bytes.size();) {
        const auto marker = static_cast<unsigned char>(bytes[at + 1]);
        if (static_cast<unsigned char>(bytes[at]) != 0xFF)
            return std::nullopt;
        const bool is_frame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        const auto length = numbers.at(at + 2, 2);
        if (is_frame) {
            const auto height = numbers.at(at + 5, 2), width = numbers.at(at + 7, 2);
            return width && height ? std::optional(image_size{*width, *height}) : std::nullopt;
        }
        if (!length || *length < 2)
            return std::nullopt;
        at += marker == 0xFF ? 1 : 2 + *length;
    }
    return std::nullopt;
}

std::optional<image_size> tiff_size(std::string_view bytes) {
    const number_reader numbers(bytes, bytes[0] == 'I');
    const auto directory = numbers.at(4, 4);
    const auto entries = directory ? numbers.at(*directory, 2) : std::nullopt;
    image_size size;
    for (std::uint32_t i = 0; entries && i < *entries; ++i) {
        const std::size_t entry = *directory + 2 + 12 * std::size_t{i};
        const auto tag = numbers.at(entry, 2), type = numbers.at(entry + 2, 2);
        if (!tag || !type)
            break;
        const auto value = numbers.at(entry + 8, *type == 3 ? 2 : 4);
        if (value && *tag == 256)
            size.width = *value;
        if (value && *tag == 257)
            size.height = *value;
    }
    return size.width > 0 && size.height > 0 ? std::optional(size) : std::nullopt;
}

void require_fitting_size(std::string_view bytes) {
    const auto size = image_size_of(bytes);
    if (!size || size->width == 0 || size->height == 0)
        throw failure(extraction_exit::damaged, "the image has no size");
    if (std::uint64_t{size->width} * size->height > most_pixels)
        throw failure(extraction_exit::too_costly,
                      "an image of " + std::to_string(size->width) + " by " + std::to_string(size->height));
}

}  // namespace

std::optional<image_size> image_size_of(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"))
        return png_size(bytes);
    if (bytes.starts_with("\xFF\xD8"))
        return jpeg_size(bytes);
    if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv))
        return tiff_size(bytes);
    return std::nullopt;
}

extracted read_image(const std::string& bytes, const options& wanted) {
    require_fitting_size(bytes);
    ocr_reader reader(wanted);
    extracted found;
    std::size_t offset = 0;
    bool any = false;
    do {
        if (static_cast<int>(found.pages.size()) == wanted.max_pages)
            throw failure(extraction_exit::too_many_pages, "more pages than are taken");
        auto reading = reader.read(bytes, offset);
        found.pages.push_back(std::move(reading.found));
        const int number = static_cast<int>(found.pages.size());
        any = any || reading.result != ocr_reader::outcome::failed;
        if (reading.result == ocr_reader::outcome::read)
            found.ocr_pages.push_back(number);
        if (reading.result == ocr_reader::outcome::failed)
            found.unread_pages.push_back(number);
        if (reading.next != 0 && reading.next <= offset)
            break;
        offset = reading.next;
    } while (offset != 0);
    if (!any)
        throw failure(extraction_exit::damaged, "no page of the image could be read");
    return found;
}

}  // namespace examwright::extract
