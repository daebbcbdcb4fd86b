#include "server/http/request_target.hpp"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view target(reinterpret_cast<const char*>(data), size);
    examwright::http_request request;
    (void)examwright::read_target(target, request);
    (void)examwright::bearer_token(target);
    return 0;
}
