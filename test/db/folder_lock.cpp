#include "db/folder_lock.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <optional>
#include <stdexcept>
#include <system_error>

#include "test/support/temporary_folder.hpp"

using examwright::test::temporary_folder;

BOOST_AUTO_TEST_SUITE(folder_lock)

BOOST_AUTO_TEST_CASE(one_holds_a_folder_at_a_time) {
    temporary_folder folder, other;
    std::optional<examwright::folder_lock> first(folder.path());
    BOOST_CHECK_THROW(examwright::folder_lock second(folder.path()), std::runtime_error);
    examwright::folder_lock elsewhere(other.path());
    first.reset();
    examwright::folder_lock second(folder.path());
}

BOOST_AUTO_TEST_CASE(a_process_that_dies_leaves_no_lock) {
    temporary_folder folder;
    const auto child = fork();
    if (child == 0) {
        examwright::folder_lock held(folder.path());
        _exit(0);  // without a destructor
    }
    BOOST_REQUIRE(waitpid(child, nullptr, 0) == child);
    examwright::folder_lock lock(folder.path());
}

BOOST_AUTO_TEST_CASE(a_missing_folder_is_an_error) {
    BOOST_CHECK_THROW(examwright::folder_lock lock("/nowhere/at/all"), std::system_error);
}

BOOST_AUTO_TEST_SUITE_END()
