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
/// does nothing.
class foreign_keys_off {
  public:
    explicit foreign_keys_off(SQLite::Database& database)
        : database_(database), were_on_(database.execAndGet("PRAGMA foreign_keys").getInt() != 0) {
        database_.exec("PRAGMA foreign_keys = OFF");
    }
    ~foreign_keys_off() {
        if (were_on_)
            database_.tryExec("PRAGMA foreign_keys = ON");
    }
    foreign_keys_off(const foreign_keys_off&) = delete;
    foreign_keys_off& operator=(const foreign_keys_off&) = delete;

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
    const foreign_keys_off guard(database_);
    adopt();
    for (;;) {
        SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
        const auto version = current();
        const auto is_missing = [&](const migration& step) { return step.number > version; };
        const auto step = std::ranges::find_if(all_migrations(), is_missing);
        if (step == all_migrations().end())
            return applied;
        apply(database_, *step, step->up, step->number);
        transaction.commit();
        applied.emplace_back(step->number);
    }
}

std::string migrator::down() {
    const foreign_keys_off guard(database_);
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    const auto step = std::ranges::find(all_migrations(), current(), &migration::number);
    if (step == all_migrations().end() || step == all_migrations().begin())
        return "";
    apply(database_, *step, step->down, std::prev(step)->number);
    transaction.commit();
    return std::string(step->number);
}

}  // namespace examwright
