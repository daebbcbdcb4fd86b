#pragma once

#include <filesystem>

namespace examwright {

/// `examwright migrate import FILE`: copies the database of the old service (or of another Examwright), which
/// is only read, brings the copy up to the newest schema and checks it, and puts it into the data folder,
/// with the uploaded files that are still there. Until the last moment the folder has no new database: a
/// failure leaves none. Prints what it did and what was odd. Throws with a sentence for the owner.
void import_database(const std::filesystem::path& old_file, const std::filesystem::path& data);

}  // namespace examwright
