#pragma once

#include <SQLiteCpp/Database.h>

#include <string>

#include "core/problem.hpp"
#include "db/records.hpp"
#include "server/http/message.hpp"

namespace examwright {

/// Who asks, and for what: /tests/{id}/questions/{qid}.
struct question_address {
    std::string user;
    std::string test;
    std::string question;  // empty for a new one
};
question_address address_of(const http_request& request);

/// One's test, if it has ended; not_found or conflict.
result<test_record> find_editable(SQLite::Database& db, const question_address& at);
result<question_record> find_question(SQLite::Database& db, const question_address& at);

}  // namespace examwright
