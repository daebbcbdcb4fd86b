#include "server/routes/owned_test.hpp"

#include <utility>

#include "db/generated_test_store.hpp"
#include "db/question_store.hpp"
#include "server/http/conditional_get.hpp"

namespace examwright {

owned_test address_of(const http_request& request) {
    const auto& values = request.path_values;
    return {request.user->id, values[0], values.size() > 1 ? values[1] : "", if_match_of(request)};
}

result<generated_test_record> find_ended_test(SQLite::Database& db, const owned_test& at) {
    auto test = generated_test_store(db).find(at.test, at.user);
    if (!test)
        return not_found("There is no such test.");
    if (test->unfinished())
        return conflict("The test is still being generated. Wait for its end or cancel it.");
    return std::move(*test);
}

result<question_record> find_question(SQLite::Database& db, const owned_test& at) {
    auto question = question_store(db).find(at.test, at.question);
    if (!question)
        return not_found("There is no such question in this test.");
    return std::move(*question);
}

http_response changed_meanwhile() {
    return problem_response(412, "Precondition Failed",
                            "It has been changed since you read it. Read it again, then decide.");
}

}  // namespace examwright
