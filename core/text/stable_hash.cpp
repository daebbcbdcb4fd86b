#include "core/text/stable_hash.hpp"

namespace examwright {

std::uint64_t stable_hash(std::string_view bytes) {
    std::uint64_t hash = 14'695'981'039'346'656'037U;
    for (const unsigned char each : bytes)
        hash = (hash ^ each) * 1'099'511'628'211U;
    return hash;
}

}  // namespace examwright
