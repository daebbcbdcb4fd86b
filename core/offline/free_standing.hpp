#pragma once

#include <cstddef>
#include <string_view>

namespace examwright {

/// Whether what stands from `begin` to `end` of a sentence is whole: no part of a file's name, an option, a
/// formula or a code ("debhello-2.1", "deb(5)", "po/POTFILES.in"), which leave nothing to ask for.
bool stands_free(std::string_view sentence, std::size_t begin, std::size_t end);

}  // namespace examwright
