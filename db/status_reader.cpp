#include "db/status_reader.hpp"

#include <sqlite3.h>

#include <utility>

#include "db/database.hpp"
#include "db/session_store.hpp"
#include "db/statement.hpp"
#include "db/user_row.hpp"

namespace examwright {

namespace {

/// A statement that is left on a row pins the snapshot of the file that it reads.
class reset_at_end {
  public:
    explicit reset_at_end(SQLite::Statement& statement) : statement_(statement) {}
    ~reset_at_end() { statement_.tryReset(); }
    reset_at_end(const reset_at_end&) = delete;
    reset_at_end& operator=(const reset_at_end&) = delete;

  private:
    SQLite::Statement& statement_;
};

}  // namespace

status_reader::status_reader(const std::filesystem::path& file)
    : database_(open_reader(file)),
      begin_(database_, "BEGIN"),
      end_(database_, "ROLLBACK"),
      version_(database_, "PRAGMA data_version"),
      owner_of_token_(database_, std::string("SELECT ") + user_columns +
                                     ", s.scope, s.name IS NULL, s.expires_at FROM sessions s "
                                     "JOIN users u ON u.id = s.user_id WHERE s.token_hash = ?1"),
      status_of_test_(database_,
                      "SELECT status, phase, questions_generated, target_questions, calls_done, calls_total, "
                      "created_at, ended_at FROM generated_tests WHERE id = ?1 AND user_id = ?2") {}

/// Whether one is open is asked of SQLite: an error may leave either.
bool status_reader::begin_snapshot() {
    if (in_snapshot_)
        return false;
    begin_.tryExecuteStep();
    begin_.tryReset();
    in_snapshot_ = sqlite3_get_autocommit(database_.getHandle()) == 0;
    if (in_snapshot_)
        forget_owners_if_changed();
    return in_snapshot_;
}

void status_reader::forget_owners_if_changed() {
    const reset_at_end guard(version_);
    const bool read = version_.tryExecuteStep() == SQLITE_ROW;
    const auto version = read ? version_.getColumn(0).getInt64() : 0;
    if (version != known_version_ || !read)
        owners_.clear();
    known_version_ = version;
}

void status_reader::end_snapshot() {
    in_snapshot_ = false;
    end_.tryExecuteStep();
    end_.tryReset();
}

std::optional<token_owner> status_reader::owner_of_token(std::string_view token_hash, timestamp now) {
    if (!in_snapshot_)
        forget_owners_if_changed();
    std::string key(token_hash);
    auto known = owners_.find(key);
    if (known == owners_.end()) {
        constexpr std::size_t most_known = 1000;
        auto owner = read_owner(token_hash);
        if (!owner)
            return std::nullopt;
        if (owners_.size() >= most_known)
            owners_.clear();
        known = owners_.emplace(std::move(key), std::move(*owner)).first;
    }
    return known->second.expires_at > now ? std::optional(known->second.owner) : std::nullopt;
}

std::optional<status_reader::known_owner> status_reader::read_owner(std::string_view token_hash) {
    auto& row = owner_of_token_;
    const reset_at_end guard(row);
    bind_all(row, token_hash);
    if (!row.executeStep())
        return std::nullopt;
    const auto scope = parse_token_scope(row.getColumn(user_column_count).getString());
    const bool is_session = row.getColumn(user_column_count + 1).getInt() != 0;
    return known_owner{token_owner(read_user(row), scope.value_or(token_scope::read), is_session),
                       time_column(row.getColumn(user_column_count + 2))};
}

std::optional<test_status_record> status_reader::status_of_test(std::string_view test_id,
                                                                std::string_view user_id) {
    auto& row = status_of_test_;
    const reset_at_end guard(row);
    bind_all(row, test_id, user_id);
    if (!row.executeStep())
        return std::nullopt;
    test_status_record status;
    status.status = row.getColumn(0).getString();
    status.phase = row.getColumn(1).getString();
    status.questions_generated = row.getColumn(2).getInt();
    status.target_questions = row.getColumn(3).getInt();
    status.calls_done = row.getColumn(4).getInt();
    status.calls_total = row.getColumn(5).getInt();
    status.created_at = time_column(row.getColumn(6));
    status.ended_at = optional_time_column(row.getColumn(7));
    return status;
}

}  // namespace examwright
