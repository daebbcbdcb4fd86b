#pragma once

#include <SQLiteCpp/Database.h>

#include <boost/asio/awaitable.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "core/problem.hpp"
#include "server/routes/documents.hpp"

namespace examwright {

/// The bytes that one user's next document may have; nothing where that has no limit. conflict, where there
/// are as many documents as may be; too_large, where there is no byte left. On the database thread.
result<std::optional<std::int64_t>> quota_of(SQLite::Database& database, const document_quota& quota,
                                             const std::string& user_id);
/// The same, asked for on the I/O thread, before a document comes. Others may come meanwhile.
boost::asio::awaitable<result<std::optional<std::int64_t>>> remaining_quota(document_routes_parts& parts,
                                                                            const http_request& request);

/// Of a document that is bigger than the room for it.
problem quota_exceeded(const document_quota& quota);

}  // namespace examwright
