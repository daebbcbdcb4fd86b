#include "server/documents/upload_file.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <system_error>

#include "test/support/small_disk.hpp"
#include "test/support/temporary_folder.hpp"

using namespace examwright;
using namespace examwright::test;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(upload_file)

BOOST_AUTO_TEST_CASE(a_finished_file_stays_and_another_goes) {
    const temporary_folder folder;
    {
        examwright::upload_file kept(folder.path(), "kept");
        kept.append("text");
        kept.finish();
        examwright::upload_file other(folder.path(), "other");
        other.append("text");
    }
    BOOST_TEST(fs::file_size(folder.path() / "kept") == 4u);
    BOOST_TEST(!fs::exists(folder.path() / "other.part"));
}

BOOST_AUTO_TEST_CASE(what_finds_no_room_leaves_nothing_while_somebody_holds_it_still) {
    const temporary_folder folder;
    examwright::upload_file file(folder.path(), "notes");
    bool failed = false;
    {
        const small_disk full(1);
        try {
            file.append("more than a byte");
        } catch (const std::system_error& error) {
            failed = error.code() == std::errc::file_too_large;
        }
    }
    BOOST_TEST(failed);
    BOOST_TEST(fs::is_empty(folder.path()));
}

BOOST_AUTO_TEST_SUITE_END()
