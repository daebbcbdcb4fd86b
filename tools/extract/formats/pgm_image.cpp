#include "tools/extract/formats/pgm_image.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "tools/extract/sandbox/child_program.hpp"

namespace examwright::extract {

std::optional<pgm_image> parse_pgm(std::string bytes) {
    if (!bytes.starts_with("P5"))
        return std::nullopt;
    int numbers[3] = {};
    std::size_t at = 2;
    for (int& number : numbers) {
        while (at < bytes.size() && (bytes[at] == ' ' || bytes[at] == '\n'))
            ++at;
        const auto [end, error] = std::from_chars(bytes.data() + at, bytes.data() + bytes.size(), number);
        if (error != std::errc())
            return std::nullopt;
        at = static_cast<std::size_t>(end - bytes.data());
    }
    ++at;  // one blank
    const int width = numbers[0], height = numbers[1], most = numbers[2];
    constexpr int most_dots = 10'000;
    if (width < 1 || height < 1 || width > most_dots || height > most_dots || most != 255)
        return std::nullopt;
    const auto pixels = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    if (at > bytes.size() || bytes.size() - at < pixels)
        return std::nullopt;
    return pgm_image{std::move(bytes), at, width, height};
}

std::optional<pgm_image> draw_page(int number, float longest_side) {
    const auto dots = std::lround(std::clamp(longest_side, 50.0F, 3000.0F));
    const auto page = std::to_string(number);
    auto run =
        run_program({"pdftoppm", "-gray", "-scale-to", std::to_string(dots), "-f", page, "-l", page, "-"},
                    24u << 20, false);
    if (run.signal != 0 || run.exit_code != 0 || run.cut)
        return std::nullopt;
    return parse_pgm(std::move(run.output));
}

}  // namespace examwright::extract
