#include "server/documents/document_quota.hpp"

#include <utility>

#include "db/document_store.hpp"

namespace examwright {

namespace {

std::string in_bytes(std::int64_t bytes) {
    if (bytes < 1'000'000)
        return std::to_string(bytes / 1000) + " kB";
    const auto tenths = bytes / 100'000;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

}  // namespace

result<std::optional<std::int64_t>> quota_of(SQLite::Database& database, const document_quota& quota,
                                             const std::string& user_id) {
    if (!quota.documents && !quota.bytes)
        return std::optional<std::int64_t>();
    const auto held = document_store(database).holdings_of(user_id);
    if (quota.documents && held.documents >= *quota.documents)
        return conflict("You have " + std::to_string(held.documents) +
                        " documents, as many as one user may keep here. Delete one first.");
    if (!quota.bytes)
        return std::optional<std::int64_t>();
    if (held.bytes >= *quota.bytes)
        return quota_exceeded(quota);
    return std::optional(*quota.bytes - held.bytes);
}

boost::asio::awaitable<result<std::optional<std::int64_t>>> remaining_quota(database_thread& database,
                                                                            document_quota quota,
                                                                            std::string user_id) {
    auto find = [quota, user = std::move(user_id)](SQLite::Database& db) {
        return quota_of(db, quota, user);
    };
    co_return co_await database.run(std::move(find));
}

problem quota_exceeded(const document_quota& quota) {
    return {problem_kind::too_large, "One user's documents may have " + in_bytes(quota.bytes.value_or(0)) +
                                         " here, and this one does not fit in. Delete one first."};
}

}  // namespace examwright
