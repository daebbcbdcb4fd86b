#include "server/cli/stream_input.hpp"

#include <array>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <system_error>

namespace examwright {

namespace {

constexpr std::size_t most_stream_bytes = 50'000'000;  // as an upload may have

}  // namespace

bool is_stream(const std::filesystem::path& file) {
    std::error_code missing;
    const auto status = std::filesystem::status(file, missing);
    return file == "-" || std::filesystem::is_fifo(status) || std::filesystem::is_character_file(status) ||
           std::filesystem::is_socket(status);
}

std::filesystem::path copy_stream(const std::filesystem::path& file, const std::filesystem::path& folder) {
    std::ifstream named;
    if (file != "-")
        named.open(file, std::ios::binary);
    std::istream& from = file == "-" ? std::cin : named;
    const auto copy = folder / "standard input";
    std::ofstream to(copy, std::ios::binary);
    std::array<char, 64 * 1024> piece;
    std::size_t bytes = 0;
    while (from.read(piece.data(), piece.size()) || from.gcount() > 0) {
        bytes += static_cast<std::size_t>(from.gcount());
        if (bytes > most_stream_bytes)
            throw std::runtime_error("more than 50 MB came from " + file.string());
        to.write(piece.data(), from.gcount());
    }
    if (!to.flush())
        throw std::runtime_error("what came from " + file.string() + " could not be kept in " +
                                 folder.string());
    return copy;
}

}  // namespace examwright
