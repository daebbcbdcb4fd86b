#include "core/generation/reply_reader.hpp"

#include <cstdint>
#include <vector>

using namespace examwright;

/// A model's reply, as the text of a write call and of a review call over two questions.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::vector<question> reviewed{
        {.stem = "Which planet is the largest?",
         .options = {"Mars", "Venus", "Jupiter", "Saturn"},
         .correct = 2},
        {.stem = "How many moons has Mars?", .options = {"0", "1", "2", "3"}, .correct = 2}};
    const std::string_view reply(reinterpret_cast<const char*>(data), size);
    (void)read_written_questions(reply);
    (void)holds_reviews(reply);
    (void)read_review_answers(reply, reviewed);
    return 0;
}
