#pragma once

#include <SQLiteCpp/Database.h>

#include <boost/asio/awaitable.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "core/problem.hpp"
#include "server/runtime/database_thread.hpp"

namespace examwright {

/// What one user may keep; nothing means no limit.
struct document_quota {
    std::optional<std::int64_t> documents;
    std::optional<std::int64_t> bytes;  // of files as they were sent
};

/// The bytes that one user's next document may have; nothing where that has no limit. conflict, where there
/// are as many documents as may be; too_large, where there is no byte left. On the database thread.
result<std::optional<std::int64_t>> quota_of(SQLite::Database& database, const document_quota& quota,
                                             const std::string& user_id);
/// The same, asked for on the I/O thread, before a document comes. Others may come meanwhile.
boost::asio::awaitable<result<std::optional<std::int64_t>>> remaining_quota(database_thread& database,
                                                                            document_quota quota,
                                                                            std::string user_id);

/// Of a document that is bigger than the room for it.
problem quota_exceeded(const document_quota& quota);

}  // namespace examwright
