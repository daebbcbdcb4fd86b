#include "core/generation/reply_reader.hpp"

#include <cstdint>

/// A model's reply, as the text of a write call and of a review call.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view reply(reinterpret_cast<const char*>(data), size);
    (void)examwright::read_written_questions(reply);
    (void)examwright::read_review_answers(reply);
    return 0;
}
