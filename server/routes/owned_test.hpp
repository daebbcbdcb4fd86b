#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>

#include "core/problem.hpp"
#include "db/records.hpp"
#include "server/http/message.hpp"

namespace examwright {

/// Who asks, and for what: /tests/{id}/questions/{qid}.
struct owned_test {
    std::string user;
    std::string test;
    std::string question;  // empty for a new one
    std::string if_match;  // the condition that the request makes, if any
};
owned_test address_of(const http_request& request);

/// One's test, if it has ended; not_found or conflict.
result<generated_test_record> find_ended_test(SQLite::Database& db, const owned_test& at);
result<question_record> find_question(SQLite::Database& db, const owned_test& at);

/// What a change came to; nothing, where the request's If-Match did not fit any more.
template <class T>
using conditional_result = std::optional<result<T>>;
/// 412
http_response changed_meanwhile();

}  // namespace examwright
