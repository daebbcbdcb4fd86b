#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace examwright::test {

/// Of a file of any kind; empty, where there is none.
inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// A document's text from test/data/texts: rivers_en, _es, _ru, _ar, _zh.
inline std::string read_text(const std::string& name) {
    std::ifstream file(EXAMWRIGHT_TEST_DATA "/texts/" + name + ".txt", std::ios::binary);
    if (!file)
        throw std::runtime_error("no such text: " + name);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace examwright::test
