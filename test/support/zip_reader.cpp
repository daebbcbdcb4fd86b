#include "test/support/zip_reader.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <boost/test/unit_test.hpp>
#include <memory>

namespace examwright::test {

std::vector<std::pair<std::string, std::string>> read_zip(std::string_view bytes) {
    const std::unique_ptr<archive, int (*)(archive*)> reader(archive_read_new(), archive_read_free);
    archive_read_support_format_zip_seekable(reader.get());  // by its directory, as programs read it
    BOOST_REQUIRE_EQUAL(archive_read_open_memory(reader.get(), bytes.data(), bytes.size()), ARCHIVE_OK);
    std::vector<std::pair<std::string, std::string>> files;
    archive_entry* entry = nullptr;
    int state = ARCHIVE_OK;
    while ((state = archive_read_next_header(reader.get(), &entry)) == ARCHIVE_OK) {
        std::string content(static_cast<std::size_t>(archive_entry_size(entry)), '\0');
        BOOST_REQUIRE_EQUAL(archive_read_data(reader.get(), content.data(), content.size()),
                            static_cast<la_ssize_t>(content.size()));
        files.emplace_back(archive_entry_pathname(entry), std::move(content));
    }
    BOOST_REQUIRE_EQUAL(state, ARCHIVE_EOF);
    return files;
}

std::string file_in_zip(std::string_view bytes, std::string_view name) {
    for (auto& [found, content] : read_zip(bytes))
        if (found == name)
            return content;
    BOOST_FAIL("no " + std::string(name) + " in the archive");
    return {};
}

}  // namespace examwright::test
