#include "server/cli/restore_command.hpp"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <stdexcept>
#include <utility>
#include <variant>

#include "db/database.hpp"
#include "db/flush.hpp"
#include "db/folder_lock.hpp"
#include "db/legacy/database_copy.hpp"
#include "db/migrator.hpp"
#include "server/config/command_line.hpp"
#include "server/config/data_folder.hpp"
#include "server/engine.hpp"

namespace examwright {

namespace fs = std::filesystem;

namespace {

command_form restore_form() {
    command_form form;
    form.name = "restore";
    form.arguments = {"FILE"};
    form.about =
        "Puts a backup in the place of the data folder's database: FILE is a copy that backup made, or a "
        "folder\n"
        "of backup --keep, with its uploaded files. No server may run on the folder. What was there is kept "
        "in "
        "the\n"
        "folder before-restore-TIME within it. The next start of serve moves the schema up if need be.";
    add_data_flag(form.options);
    form.exit_codes =
        "Exit codes: 0 the data are there; 1 nothing has changed, the reason is on stderr; 2 wrong use.";
    return form;
}

struct contents {
    std::int64_t users = 0, documents = 0, tests = 0;
};

/// Refuses a copy that is damaged, is no database of ours, or holds no account: it would be a restoration of
/// nothing.
contents check_copy(const fs::path& file, const fs::path& named) {
    SQLite::Database copy(file.string(), SQLite::OPEN_READONLY);
    const auto refuse = [&](const std::string& why) { throw std::runtime_error(named.string() + why); };
    if (migrator(copy).current().empty())
        refuse(" is empty.");
    if (const auto found = copy.execAndGet("PRAGMA integrity_check").getString(); found != "ok")
        refuse(" is damaged: " + found);
    const auto count = [&](const char* table) {
        return copy.execAndGet(std::string("SELECT count(*) FROM ") + table).getInt64();
    };
    const contents found{count("users"), count("documents"), count("generated_tests")};
    if (found.users == 0)
        refuse(" holds no account, so there is nothing to restore.");
    return found;
}

/// Everything of the data folder that a restoration replaces.
constexpr const char* replaced[] = {"examwright.db", "examwright.db-wal", "examwright.db-shm", "uploads"};

/// Moves what is there aside. Returns where to, empty if there was nothing.
fs::path set_aside(const fs::path& data_folder) {
    auto time = to_rfc3339(system_now()).substr(0, 19);
    std::ranges::replace(time, ':', '-');
    const auto aside = data_folder / ("before-restore-" + time + "Z");
    bool anything = false;
    for (const char* name : replaced) {
        if (!fs::exists(data_folder / name))
            continue;
        if (!std::exchange(anything, true)) {
            fs::create_directory(aside);
            fs::permissions(aside, fs::perms::owner_all);
        }
        fs::rename(data_folder / name, aside / name);
    }
    return anything ? aside : fs::path();
}

std::size_t put_back_uploads(const fs::path& from, const fs::path& to) {
    fs::create_directories(to);
    fs::permissions(to, fs::perms::owner_all);
    std::size_t copied = 0;
    if (!fs::is_directory(from))
        return copied;
    for (const auto& entry : fs::directory_iterator(from)) {
        if (!entry.is_regular_file())
            continue;
        const auto file = to / entry.path().filename();
        fs::copy_file(entry.path(), file, fs::copy_options::overwrite_existing);
        fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
        flush_to_disk(file);
        ++copied;
    }
    return copied;
}

/// Copies into a folder beside, checks there, and only then moves: whatever fails before has changed nothing.
class staged_restore {
  public:
    explicit staged_restore(const fs::path& data_folder) : path_(data_folder / "restore.partial") {
        fs::remove_all(path_);
        fs::create_directory(path_);
        fs::permissions(path_, fs::perms::owner_all);
    }
    ~staged_restore() {
        std::error_code gone_already;
        fs::remove_all(path_, gone_already);
    }
    staged_restore(const staged_restore&) = delete;
    staged_restore& operator=(const staged_restore&) = delete;
    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

int restore(const command_input& input) {
    const fs::path source = input.arguments[0];
    const bool with_uploads = fs::is_directory(source);
    const auto file = with_uploads ? source / "examwright.db" : source;
    if (!fs::is_regular_file(file))
        return failed("restore", "there is no backup " + file.string());
    const auto folder = data_folder_of(input);
    make_data_folder(folder);
    const folder_lock lock(folder);
    const staged_restore staged(folder);
    const auto copy = staged.path() / "examwright.db";
    copy_database(file, copy);
    fs::permissions(copy, fs::perms::owner_read | fs::perms::owner_write);
    const auto found = check_copy(copy, source);
    const auto uploads = put_back_uploads(source / "uploads", staged.path() / "uploads");
    flush_to_disk(copy);
    const auto aside = set_aside(folder);
    for (const char* name : {"uploads", "examwright.db"})
        fs::rename(staged.path() / name, folder / name);
    flush_to_disk(folder);
    std::cout << "restored " << source.string() << " into " << folder.string() << ": accounts " << found.users
              << ", documents " << found.documents << ", tests " << found.tests << ", uploaded files "
              << uploads << "\n";
    if (!aside.empty())
        std::cout << "what was there before is in " << aside.string() << "\n";
    return 0;
}

}  // namespace

int restore_command(const std::vector<std::string>& arguments) {
    const auto read = read_command_line(restore_form(), arguments);
    const auto* input = std::get_if<command_input>(&read);
    return input ? restore(*input) : std::get<int>(read);
}

}  // namespace examwright
