#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace examwright::test {

/// A document's text from test/data/texts: rivers_en, _es, _ru, _ar, _zh.
inline std::string read_text(const std::string& name) {
    std::ifstream file(EXAMWRIGHT_TEST_DATA "/texts/" + name + ".txt", std::ios::binary);
    if (!file)
        throw std::runtime_error("no such text: " + name);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace examwright::test
