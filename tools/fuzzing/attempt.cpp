#include <cstdint>

#include "core/claude/attempt.hpp"

/// The body of an answer of the Messages API; its first byte chooses the status.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    constexpr int statuses[] = {200, 201, 400, 401, 404, 413, 429, 500, 529};
    examwright::http_answer answer;
    answer.status = statuses[data[0] % std::size(statuses)];
    answer.body.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
    (void)examwright::read_attempt(answer);
    return 0;
}
