#include "server/api/entity_tag.hpp"

#include <boost/json/serialize.hpp>

#include "server/api/generated_test_json.hpp"
#include "server/runtime/token.hpp"

namespace examwright {

namespace {

std::string tag_of(const boost::json::object& shown) {
    return '"' + sha256_hex(boost::json::serialize(shown)).substr(0, 20) + '"';
}

}  // namespace

std::string test_tag(const generated_test_record& test) {
    return tag_of(test_json(test, false));
}

std::string question_tag(const question_record& question) {
    return tag_of(question_json(question));
}

}  // namespace examwright
