#pragma once

#include <string>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// The test as an Anki package (.apkg): a zip archive with a collection of Anki's schema 11, which every Anki
/// imports, and no media. A note's guid is its question's id and its time the test's, so that a second import
/// brings the notes up to date, with what has been learned kept.
std::string write_anki(const exported_test& test);

}  // namespace examwright
