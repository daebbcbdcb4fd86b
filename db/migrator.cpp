#include "db/migrator.hpp"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <algorithm>

#include "db/legacy/adoption.hpp"
#include "db/legacy/row_functions.hpp"
#include "db/migrations.hpp"
#include "db/schema_version.hpp"

namespace examwright {

namespace {

constexpr std::string_view last_of_old_service = "006";

/// A table that others refer to can be rebuilt only without foreign keys, and inside a transaction the pragma
/// does nothing. The legacy way to rename what was rebuilt leaves those references alone, unread.
class tables_can_be_rebuilt {
  public:
    explicit tables_can_be_rebuilt(SQLite::Database& database)
        : database_(database), were_on_(database.execAndGet("PRAGMA foreign_keys").getInt() != 0) {
        database_.exec("PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON");
    }
    ~tables_can_be_rebuilt() {
        database_.tryExec("PRAGMA legacy_alter_table = OFF");
        if (were_on_)
            database_.tryExec("PRAGMA foreign_keys = ON");
    }
    tables_can_be_rebuilt(const tables_can_be_rebuilt&) = delete;
    tables_can_be_rebuilt& operator=(const tables_can_be_rebuilt&) = delete;

  private:
    SQLite::Database& database_;
    bool were_on_;
};

std::int64_t orphan_count(SQLite::Database& database) {
    return database.execAndGet("SELECT count(*) FROM pragma_foreign_key_check").getInt64();
}

/// In the caller's transaction. The old service did not enforce foreign keys, so a file may come with
/// orphans; a step must not make more of them.
void apply(SQLite::Database& database, const migration& step, std::string_view sql,
           std::string_view version) {
    const auto before = orphan_count(database);
    database.exec(std::string(sql));
    if (orphan_count(database) > before)
        throw std::runtime_error("Migration " + std::string(step.number) +
                                 " would leave rows without their parents.");
    write_schema_version(database, version);
}

}  // namespace

std::string_view migrator::newest() {
    return all_migrations().back().number;
}

std::string migrator::current() const {
    return read_schema_version(database_, newest());
}

/// Every file at a version of the old service, wherever it comes from.
void migrator::adopt() {
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    const auto version = current();
    if (version.empty() || version > last_of_old_service)
        return;
    remarks_ = adopt_old_tables(database_, version);
    write_schema_version(database_, version);
    transaction.commit();
}

std::vector<std::string> migrator::up() {
    std::vector<std::string> applied;
    add_row_functions(database_);
    const tables_can_be_rebuilt guard(database_);
    adopt();
    for (bool more = true; more;) {
        SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
        const bool is_new = current().empty();  // nobody needs its versions between
        do
            more = apply_next(applied);
        while (more && is_new);
        transaction.commit();
    }
    return applied;
}

/// In the caller's transaction. Returns whether a step was missing.
bool migrator::apply_next(std::vector<std::string>& applied) {
    const auto step = std::ranges::upper_bound(all_migrations(), current(), {}, &migration::number);
    if (step == all_migrations().end())
        return false;
    apply(database_, *step, step->up, step->number);
    applied.emplace_back(step->number);
    return true;
}

std::string migrator::down() {
    const tables_can_be_rebuilt guard(database_);
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    const auto step = std::ranges::find(all_migrations(), current(), &migration::number);
    if (step == all_migrations().end() || step == all_migrations().begin())
        return "";
    apply(database_, *step, step->down, std::prev(step)->number);
    transaction.commit();
    return std::string(step->number);
}

}  // namespace examwright
