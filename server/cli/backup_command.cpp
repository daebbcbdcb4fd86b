#include "server/cli/backup_command.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/program_options/value_semantic.hpp>
#include <cerrno>
#include <filesystem>
#include <iostream>
#include <system_error>
#include <variant>

#include "db/backup.hpp"
#include "db/flush.hpp"
#include "db/folder_lock.hpp"
#include "db/migrator.hpp"
#include "server/cli/backup_rotation.hpp"
#include "server/config/command_line.hpp"
#include "server/config/data_folder.hpp"
#include "server/engine.hpp"

namespace examwright {

namespace fs = std::filesystem;
namespace po = boost::program_options;

namespace {

command_form backup_form() {
    command_form form;
    form.name = "backup";
    form.arguments = {"FILE"};
    form.about =
        "Copies the database to FILE, as it is at one moment, also while a server runs on it. The copy has "
        "all\n"
        "accounts, documents' texts, tests and questions, but neither the uploaded files nor the API key. It "
        "is\n"
        "checked before it gets its name, and readable by its owner alone.\n\n"
        "With --keep, FILE is a folder that gets a new backup with the uploaded files at each call, such as\n"
        "examwright-2026-11-28T20-30-00Z; the oldest beyond so many go when the new one is checked.\n\n"
        "To go back to a backup: examwright restore FILE";
    form.options.add_options()("force", "replaces FILE where it is there already")(
        "keep", po::value<int>(), "makes a rotation of so many backups in the folder FILE: 1 to 1000")(
        "compact", "then gives back what deleted rows left in the database itself; no server may run")(
        "json", "prints the copy's path, size and schema as JSON");
    add_data_flag(form.options);
    form.exit_codes =
        "Exit codes: 0 the copy is on the disk; 1 it is not, the reason is on stderr, and a FILE that was "
        "there\n"
        "is as it was; 2 wrong use.";
    return form;
}

/// An empty file of a name of its own beside another, gone again unless it took that one's name.
class file_in_the_making {
  public:
    explicit file_in_the_making(const fs::path& target)
        : target_(target), path_(target.string() + ".partial-XXXXXX") {
        const int descriptor = ::mkostemp(path_.data(), O_CLOEXEC);  // mode 0600
        if (descriptor < 0)
            throw std::system_error(errno, std::generic_category(), "Cannot write beside " + target.string());
        ::close(descriptor);
    }
    ~file_in_the_making() {
        std::error_code gone_already;
        fs::remove(path_, gone_already);
    }
    file_in_the_making(const file_in_the_making&) = delete;
    file_in_the_making& operator=(const file_in_the_making&) = delete;

    fs::path path() const { return path_; }

    /// Returns when the name is on the disk for good.
    void take_name() const {
        fs::rename(path_, target_);
        flush_to_disk(fs::absolute(target_).parent_path());
    }

  private:
    fs::path target_;
    std::string path_;
};

/// Why a copy can't get this name; empty where it can.
std::string objection(const fs::path& target, const fs::path& database, bool force) {
    if (fs::is_directory(target))
        return target.string() + " is a folder; name a file in it";
    if (!fs::exists(target))
        return "";
    if (fs::equivalent(target, database))
        return target.string() + " is the database itself";
    return force ? "" : target.string() + " is there already; --force replaces it";
}

struct report {
    fs::path path;
    std::uintmax_t bytes = 0;
    std::string schema;
    std::string more;  // words for people
    boost::json::object fields;
};

int tell(const command_input& input, const report& made) {
    if (!input.has("json")) {
        std::cout << "copied " << database_in(data_folder_of(input)).string() << " to " << made.path.string()
                  << " (" << made.bytes << " bytes, schema " << made.schema << made.more << ")\n";
        return 0;
    }
    boost::json::object fields{
        {"file", fs::absolute(made.path).string()}, {"bytes", made.bytes}, {"schema", made.schema}};
    for (const auto& [name, value] : made.fields)
        fields[name] = value;
    std::cout << boost::json::serialize(fields) << "\n";
    return 0;
}

/// After the copy, so that a power cut can't take both. Nobody else may be at work: it locks the file for
/// long.
void compact(const fs::path& folder) {
    const folder_lock lock(folder);
    auto database = open_existing(folder);
    database.exec("VACUUM");
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

report copy_to_file(const command_input& input, SQLite::Database& database, const std::string& schema) {
    const fs::path target = input.arguments[0];
    const file_in_the_making copy(target);
    write_backup(database, copy.path());
    copy.take_name();
    return {target, fs::file_size(target), schema, "", {}};
}

report add_to_rotation(const command_input& input, SQLite::Database& database, const std::string& schema) {
    const auto keep = static_cast<std::size_t>(input.options["keep"].as<int>());
    const auto made = rotate_backup(database, data_folder_of(input), input.arguments[0], keep, system_now());
    return {made.folder,
            made.bytes,
            schema,
            ", uploads " + std::to_string(made.uploads) + ", older backups removed " +
                std::to_string(made.removed),
            {{"uploads", made.uploads}, {"removed", made.removed}}};
}

int back_up(const command_input& input) {
    if (input.has("keep") && (input.options["keep"].as<int>() < 1 || input.options["keep"].as<int>() > 1000))
        return wrong_use("backup", "--keep takes a number from 1 to 1000");
    const auto folder = data_folder_of(input);
    auto database = open_to_read(folder);
    if (!input.has("keep"))
        if (const auto why = objection(input.arguments[0], database_in(folder), input.has("force"));
            !why.empty())
            return failed("backup", why);
    const auto schema = migrator(database).current();
    const auto made =
        input.has("keep") ? add_to_rotation(input, database, schema) : copy_to_file(input, database, schema);
    if (input.has("compact"))
        compact(folder);
    return tell(input, made);
}

}  // namespace

int backup_command(const std::vector<std::string>& arguments) {
    const auto read = read_command_line(backup_form(), arguments);
    const auto* input = std::get_if<command_input>(&read);
    return input ? back_up(*input) : std::get<int>(read);
}

}  // namespace examwright
