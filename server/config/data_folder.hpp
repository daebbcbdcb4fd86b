#pragma once

#include <SQLiteCpp/Database.h>

#include <boost/program_options/options_description.hpp>
#include <filesystem>

#include "server/config/command_line.hpp"

namespace examwright {

/// --data, for a command that takes no other setting; its default is EXAMWRIGHT_DATA, as everywhere.
void add_data_flag(boost::program_options::options_description& options);
std::filesystem::path data_folder_of(const command_input& input);
std::filesystem::path database_in(const std::filesystem::path& data_folder);
/// Makes it where it is not there, and keeps it for its owner alone. Throws runtime_error with a sentence.
void make_data_folder(const std::filesystem::path& data_folder);

/// The database of a data folder, to write to; a server may be running on it. Throws runtime_error with a
/// sentence for the owner where there is none, or where its schema is older than this program's: to move it
/// up under a running server of an older version is nothing to do in passing.
SQLite::Database open_existing(const std::filesystem::path& data_folder);
/// The same, but made where there is none.
SQLite::Database open_or_create(const std::filesystem::path& data_folder);
/// The same as open_existing, but only to read, of any schema; waits for locks as a writer does.
SQLite::Database open_to_read(const std::filesystem::path& data_folder);

}  // namespace examwright
