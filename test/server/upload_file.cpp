#include "server/extract/upload_file.hpp"

#include <sys/resource.h>

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <string>
#include <system_error>

#include "test/support/temporary_folder.hpp"

using namespace examwright;
using namespace examwright::test;
namespace fs = std::filesystem;

namespace {

/// No file of this program can grow meanwhile.
class full_disk {
  public:
    full_disk() : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit none{1, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &none);
    }
    ~full_disk() {
        setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    full_disk(const full_disk&) = delete;
    full_disk& operator=(const full_disk&) = delete;

  private:
    void (*handler_)(int);
    rlimit before_{};
};

}  // namespace

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
        const full_disk full;
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
