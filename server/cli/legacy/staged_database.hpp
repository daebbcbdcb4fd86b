#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>

namespace examwright {

/// A database in the making, in the data folder but under names that no server opens; what is not put in
/// place goes with this object, and after a crash with the next one. Readable by its owner alone. The caller
/// holds the folder's lock.
class new_database {
  public:
    /// std::runtime_error with a sentence, where the folder has a database with users already. (One without
    /// users, which a first start of the server makes, will be replaced.)
    new_database(const std::filesystem::path& data, const std::filesystem::path& old_file);
    ~new_database();
    new_database(const new_database&) = delete;
    new_database& operator=(const new_database&) = delete;

    const std::filesystem::path& work() const { return work_; }  // where it is worked on
    const std::filesystem::path& file() const { return file_; }  // where it stands when it is done
    /// Writes the worked-on database to file().
    void compact(SQLite::Database& database);
    /// Makes file() the folder's database, for good: on the disk when it returns.
    void put_in_place();

  private:
    void remove_all();

    std::filesystem::path data_;
    std::filesystem::path work_;
    std::filesystem::path file_;
    std::filesystem::path target_;
    bool replaces_;
};

}  // namespace examwright
