#include "server/runtime/version.hpp"

namespace examwright {

std::string_view product_version() {
    return EXAMWRIGHT_VERSION;
}

}  // namespace examwright
