#include "db/session_store.hpp"

#include <boost/test/unit_test.hpp>

#include "db/status_reader.hpp"
#include "test/support/database_fixture.hpp"

using namespace examwright;

namespace {

struct session_fixture : test::database_fixture {
    std::string asha = add_user("asha@example.org");
    std::string ben = add_user("ben@example.org");
    examwright::session_store sessions{database};
    status_reader reader{file};

    session_fixture() {
        sessions.create(asha, "hash", "a1", now, after(60));
        sessions.create(asha, "hash", "a2", now, after(600));
        sessions.create(ben, "hash", "b1", now, after(600));
    }

    std::string valid() {
        std::string hashes;
        for (const char* hash : {"a1", "a2", "b1"})
            if (reader.owner_of_token(hash, now))
                hashes += std::string(hash) + " ";
        return hashes;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(session_store, session_fixture)

BOOST_AUTO_TEST_CASE(a_logout_ends_one_session) {
    sessions.remove("a1");
    BOOST_TEST(valid() == "a2 b1 ");
}

BOOST_AUTO_TEST_CASE(a_new_password_ends_the_other_sessions_of_its_user) {
    sessions.remove_others(asha, "a2");
    BOOST_TEST(valid() == "a2 b1 ");
}

BOOST_AUTO_TEST_CASE(expired_sessions_are_cleared) {
    sessions.remove_expired(after(60));
    BOOST_TEST(valid() == "a2 b1 ");
    BOOST_TEST(database.execAndGet("SELECT count(*) FROM sessions").getInt() == 2);
}

BOOST_AUTO_TEST_CASE(sessions_go_with_their_user) {
    database.exec("DELETE FROM users WHERE email = 'asha@example.org'");
    BOOST_TEST(valid() == "b1 ");
}

BOOST_AUTO_TEST_SUITE_END()
