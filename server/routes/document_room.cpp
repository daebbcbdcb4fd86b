#include "server/routes/document_room.hpp"

#include "db/document_store.hpp"

namespace examwright {

namespace {

std::string megabytes(std::int64_t bytes) {
    const auto tenths = bytes / 100'000;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

}  // namespace

boost::asio::awaitable<result<std::optional<std::int64_t>>> find_room(document_routes_parts& parts,
                                                                      const http_request& request) {
    if (!parts.quota.documents && !parts.quota.bytes)
        co_return std::optional<std::int64_t>();
    auto read = [user = request.user->id](SQLite::Database& db) {
        return document_store(db).holdings_of(user);
    };
    const auto held = co_await parts.database.run(std::move(read));
    if (parts.quota.documents && held.documents >= *parts.quota.documents)
        co_return conflict("You have " + std::to_string(held.documents) +
                           " documents, as many as one user may keep here. Delete one first.");
    if (!parts.quota.bytes)
        co_return std::optional<std::int64_t>();
    if (held.bytes >= *parts.quota.bytes)
        co_return no_room_left(parts.quota);
    co_return std::optional(*parts.quota.bytes - held.bytes);
}

problem no_room_left(const document_quota& quota) {
    return {problem_kind::too_large, "One user's documents may have " + megabytes(quota.bytes.value_or(0)) +
                                         " here, and this one does not fit in. Delete one first."};
}

}  // namespace examwright
