#include <cstdint>

#include "core/imports/gift_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    (void)examwright::read_gift({reinterpret_cast<const char*>(data), size});
    return 0;
}
