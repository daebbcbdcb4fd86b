#include "test/support/temporary_folder.hpp"

#include <stdlib.h>

#include <string>
#include <system_error>

namespace examwright::test {

temporary_folder::temporary_folder() {
    std::string name = (std::filesystem::temp_directory_path() / "examwright-test-XXXXXX").string();
    if (!mkdtemp(name.data()))
        throw std::system_error(errno, std::generic_category(), "mkdtemp");
    path_ = name;
}

temporary_folder::~temporary_folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace examwright::test
