#include "server/cli/backup_command.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <cerrno>
#include <filesystem>
#include <iostream>
#include <system_error>
#include <variant>

#include "db/backup.hpp"
#include "db/flush.hpp"
#include "db/migrator.hpp"
#include "server/config/command_line.hpp"
#include "server/config/data_folder.hpp"

namespace examwright {

namespace fs = std::filesystem;

namespace {

command_form backup_form() {
    command_form form;
    form.name = "backup";
    form.arguments = {"FILE"};
    form.about =
        "Copies the database to FILE, as it is at one moment, also while a server runs on it. The copy has "
        "all\n"
        "accounts, documents' texts, tests and questions. It has not the uploaded files themselves, nor the "
        "API\n"
        "key. It is checked before it gets its name, and readable by its owner alone.\n\n"
        "To go back to it: stop the server, remove examwright.db-wal and examwright.db-shm from the data "
        "folder,\n"
        "and put the copy there as examwright.db.";
    form.options.add_options()("force", "replaces FILE where it is there already")(
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

int back_up(const command_input& input) {
    const fs::path target = input.arguments[0];
    const auto folder = data_folder_of(input);
    auto database = open_to_read(folder);
    if (const auto why = objection(target, database_in(folder), input.has("force")); !why.empty())
        return failed("backup", why);
    const auto schema = migrator(database).current();
    const file_in_the_making copy(target);
    write_backup(database, copy.path());
    copy.take_name();
    const auto bytes = fs::file_size(target);
    if (input.has("json"))
        std::cout << boost::json::serialize(boost::json::object{
                         {"file", fs::absolute(target).string()}, {"bytes", bytes}, {"schema", schema}})
                  << "\n";
    else
        std::cout << "copied " << database_in(folder).string() << " to " << target.string() << " (" << bytes
                  << " bytes, schema " << schema << ")\n";
    return 0;
}

}  // namespace

int backup_command(const std::vector<std::string>& arguments) {
    const auto read = read_command_line(backup_form(), arguments);
    const auto* input = std::get_if<command_input>(&read);
    return input ? back_up(*input) : std::get<int>(read);
}

}  // namespace examwright
