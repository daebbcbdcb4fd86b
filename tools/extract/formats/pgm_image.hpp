#pragma once

#include <optional>
#include <string>

namespace examwright::extract {

/// A picture in gray, as pdftoppm draws it (binary PGM).
struct pgm_image {
    std::string bytes;       // the whole file
    std::size_t pixels = 0;  // where its pixels begin
    int width = 0;
    int height = 0;

    int at(int x, int y) const {
        const auto index =
            static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
        return static_cast<unsigned char>(bytes[pixels + index]);
    }
};

/// Returns nullopt for what is no whole PGM of 8 bits.
std::optional<pgm_image> parse_pgm(std::string bytes);

/// Draws a page of the PDF on stdin, its longer side so many dots, 3000 at most. Returns nullopt where that
/// fails.
std::optional<pgm_image> draw_page(int number, float longest_side);

}  // namespace examwright::extract
