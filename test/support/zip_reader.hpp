#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace examwright::test {

/// The files of a zip archive, by name and content, in their order. Fails the test where it is none.
std::vector<std::pair<std::string, std::string>> read_zip(std::string_view bytes);

/// The content of one of them.
std::string file_in_zip(std::string_view bytes, std::string_view name);

}  // namespace examwright::test
