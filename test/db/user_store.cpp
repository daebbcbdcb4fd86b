#include "db/user_store.hpp"

#include <boost/test/unit_test.hpp>

#include "db/session_store.hpp"
#include "test/support/database_fixture.hpp"
#include "test/support/old_database.hpp"

using namespace examwright;

namespace {

struct user_fixture : test::database_fixture {
    examwright::user_store users{database};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(user_store, user_fixture)

BOOST_AUTO_TEST_CASE(an_account_is_found_by_its_address_in_any_case_and_by_its_id) {
    const auto created = users.create("Asha@Example.org", "hash", "faculty", now).value();
    BOOST_TEST(created.email == "Asha@Example.org");
    const auto found = users.find_by_email("aSHA@example.ORG");
    BOOST_REQUIRE(found);
    BOOST_TEST(found->user.id == created.id);
    BOOST_TEST(found->user.email == "Asha@Example.org");
    BOOST_TEST(found->user.role == "faculty");
    BOOST_TEST((found->user.created_at == now));
    BOOST_TEST(found->password_hash == "hash");
    BOOST_TEST(users.find(created.id)->user.email == "Asha@Example.org");
    BOOST_TEST(!users.find_by_email("ash@example.org"));
    BOOST_TEST(!users.find("nobody"));
}

BOOST_AUTO_TEST_CASE(an_address_is_taken_once_whatever_its_case) {
    users.create("asha@example.org", "hash", "faculty", now).value();
    const auto again = users.create("ASHA@example.org", "other", "faculty", now);
    BOOST_REQUIRE(!again);
    BOOST_TEST((again.error().kind == problem_kind::conflict));
    BOOST_TEST(users.count() == 1);
    BOOST_TEST(users.find_by_email("asha@example.org")->password_hash == "hash");
}

BOOST_AUTO_TEST_CASE(only_the_first_account_makes_itself) {
    const auto first = users.create_first("owner@example.org", "hash", now);
    BOOST_REQUIRE(first);
    BOOST_TEST(first->role == "admin");
    const auto second = users.create_first("guest@example.org", "hash", now);
    BOOST_REQUIRE(!second);
    BOOST_TEST((second.error().kind == problem_kind::conflict));
    BOOST_TEST(users.count() == 1);
}

BOOST_AUTO_TEST_CASE(a_password_changes_for_one_account) {
    const auto asha = add_user("asha@example.org");
    const auto ben = add_user("ben@example.org");
    users.reset_password(asha, "new", now);
    BOOST_TEST(users.find(asha)->password_hash == "new");
    BOOST_TEST(users.find(ben)->password_hash == "hash");
}

BOOST_AUTO_TEST_CASE(a_hash_is_renewed_unless_the_password_was_changed_meanwhile) {
    const auto asha = add_user("asha@example.org");
    users.renew_password_hash(asha, "hash", "renewed");
    BOOST_TEST(users.find(asha)->password_hash == "renewed");
    users.renew_password_hash(asha, "hash", "late");
    BOOST_TEST(users.find(asha)->password_hash == "renewed");
}

BOOST_AUTO_TEST_CASE(accounts_of_the_old_service_can_be_found) {
    const auto old_file = folder.path() / "old.db";
    test::old_database{}.make(old_file);
    auto old = open_writer(old_file);
    old.exec(
        "INSERT INTO users (id, email, password_hash, role) VALUES ('x', 'ASHA@example.org', 'h', "
        "'faculty')");
    migrator(old).up();
    examwright::user_store old_users(old);
    BOOST_TEST(old_users.find_by_email("ben@example.org")->user.role == "admin");
    BOOST_TEST(old_users.find_by_email("ben@example.org")->password_hash.starts_with("$2b$12$"));
    BOOST_TEST(old_users.find_by_email("asha@example.org")->user.id == test::old_database::asha);
    BOOST_TEST(old_users.find_by_email("ASHA@example.org")->user.id == "x");
}

BOOST_AUTO_TEST_CASE(a_password_change_that_a_reset_came_before_changes_nothing) {
    const auto asha = add_user("asha@example.org");
    const auto verified = users.find(asha).value();
    session_store sessions(database);
    sessions.create(asha, "hash", "intruder", now, after(600));
    BOOST_TEST(users.reset_password(asha, "reset", now));
    BOOST_TEST(!users.change_password(verified, "the intruder's", "intruder", now));
    BOOST_TEST(users.find(asha)->password_hash == "reset");
    BOOST_TEST(sessions.list(asha, "", now).empty());
    BOOST_TEST(!sessions.create(asha, "hash", "late", now, after(600)));
}

BOOST_AUTO_TEST_CASE(a_password_change_ends_the_other_sessions) {
    const auto asha = add_user("asha@example.org");
    session_store sessions(database);
    sessions.create(asha, "hash", "here", now, after(600));
    sessions.create(asha, "hash", "there", now, after(600));
    BOOST_TEST(users.change_password(users.find(asha).value(), "new", "here", now));
    BOOST_TEST(sessions.list(asha, "here", now).size() == 1u);
    BOOST_TEST(sessions.list(asha, "here", now)[0].current);
    BOOST_TEST(!users.reset_password("nobody", "x", now));
}

BOOST_AUTO_TEST_SUITE_END()
