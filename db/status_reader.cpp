#include "db/status_reader.hpp"

#include <sqlite3.h>

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
      owner_of_token_(database_,
                      std::string("SELECT ") + user_columns +
                          ", s.scope, s.name IS NULL FROM sessions s JOIN users u ON u.id = s.user_id "
                          "WHERE s.token_hash = ?1 AND s.expires_at > ?2"),
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
    return in_snapshot_;
}

void status_reader::end_snapshot() {
    in_snapshot_ = false;
    end_.tryExecuteStep();
    end_.tryReset();
}

std::optional<token_owner> status_reader::owner_of_token(std::string_view token_hash, timestamp now) {
    const reset_at_end guard(owner_of_token_);
    bind_all(owner_of_token_, token_hash, now);
    if (!owner_of_token_.executeStep())
        return std::nullopt;
    const auto scope = parse_token_scope(owner_of_token_.getColumn(user_column_count).getString());
    return token_owner(read_user(owner_of_token_), scope.value_or(token_scope::read),
                       owner_of_token_.getColumn(user_column_count + 1).getInt() != 0);
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
