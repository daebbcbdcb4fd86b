#pragma once

#include <string_view>
#include <vector>

namespace examwright {

struct embedded_file {
    std::string_view path;  // in server/web: "openapi/tests.json"
    std::string_view content;
};

/// What stands beside the sources in server/web and is no source itself, by its path. The build puts it into
/// the program (embed_files.cmake).
const std::vector<embedded_file>& embedded_files();

}  // namespace examwright
