#include "core/offline/free_standing.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>
#include <vector>

using namespace examwright;

namespace {

bool is_free(const std::string& sentence, const std::string& word) {
    const auto begin = sentence.find(word);
    return begin != sentence.npos && stands_free(sentence, begin, begin + word.size());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(free_standing)

BOOST_AUTO_TEST_CASE(words_between_blanks_and_marks_are_whole) {
    for (const auto& [sentence, word] :
         std::vector<std::pair<std::string, std::string>>{{"The Nile flows.", "Nile"},
                                                          {"It is (in Egypt) long.", "Egypt"},
                                                          {"They call it the “delta”.", "delta"},
                                                          {"sand, gravel; silt", "gravel"},
                                                          {"l'eau coule", "eau"},
                                                          {"कोशिका में केंद्रक।", "केंद्रक"},
                                                          {"DNAとタンパク質", "DNA"}})
        BOOST_TEST(is_free(sentence, word), sentence);
}

BOOST_AUTO_TEST_CASE(parts_of_names_and_codes_are_not) {
    for (const auto& [sentence, word] :
         std::vector<std::pair<std::string, std::string>>{{"the debian/copyright file", "debian"},
                                                          {"fill po/POTFILES.in now", "POTFILES"},
                                                          {"read the gitk(1) page", "gitk"},
                                                          {"set DEB_BUILD_OPTIONS first", "BUILD"},
                                                          {"pass install DESTDIR=debian here", "DESTDIR"},
                                                          {"the Node.js program", "Node"},
                                                          {"Haupt- und Nebenfluss", "Haupt"}})
        BOOST_TEST(!is_free(sentence, word), sentence);
}

BOOST_AUTO_TEST_SUITE_END()
