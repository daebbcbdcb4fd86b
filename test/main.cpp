#define BOOST_TEST_MODULE examwright
#include <boost/test/unit_test.hpp>
