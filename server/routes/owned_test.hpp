#pragma once

#include <SQLiteCpp/Database.h>

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
};
owned_test address_of(const http_request& request);

/// One's test, if it has ended; not_found or conflict.
result<generated_test_record> find_ended_test(SQLite::Database& db, const owned_test& at);
result<question_record> find_question(SQLite::Database& db, const owned_test& at);

}  // namespace examwright
