#pragma once

#include <string>

#include "core/imports/xml_tree.hpp"

namespace examwright {

/// What an element of a package shows to whoever answers, as plain text. Its content is XHTML; other elements
/// show what is in them, but hints, feedback and what is meant for those who mark show nothing.
std::string xhtml_text(const xml_node& element);

}  // namespace examwright
