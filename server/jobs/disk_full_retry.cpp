#include "server/jobs/disk_full_retry.hpp"

#include <algorithm>
#include <utility>

#include "db/database.hpp"

namespace examwright {

namespace {
constexpr std::chrono::seconds longest_wait{10};
}

void disk_full_retry::failed(const SQLite::Exception& error) const {
    if (!may_pass(error))
        throw;
    log_.error(std::string(what_) + "; trying again", {{"test", test_id_}, {"error", error.what()}});
}

std::chrono::seconds disk_full_retry::next_wait() {
    return std::exchange(wait_, std::min(2 * wait_, longest_wait));
}

}  // namespace examwright
