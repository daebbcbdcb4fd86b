#include "db/topic_store.hpp"

#include <boost/test/unit_test.hpp>

#include "test/support/database_fixture.hpp"

BOOST_FIXTURE_TEST_SUITE(topic_store, examwright::test::database_fixture)

BOOST_AUTO_TEST_CASE(there_are_the_old_six_and_general) {
    std::string slugs;
    for (const auto& topic : examwright::topic_store(database).list()) {
        slugs += topic.slug + " ";
        BOOST_TEST(topic.id.size() == 36u);
        BOOST_TEST(!topic.name.empty());
    }
    BOOST_TEST(slugs == "polity economy history geography science environment general ");
}

BOOST_AUTO_TEST_SUITE_END()
