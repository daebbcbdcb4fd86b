#pragma once

#include <boost/asio/awaitable.hpp>

#include "core/timestamp.hpp"
#include "server/claude/llm_client.hpp"
#include "server/config/config.hpp"
#include "server/doctor/finding.hpp"

namespace examwright {

/// pdftotext, bubblewrap, examwright-extract and what confines it. Runs the extractor, for seconds at most.
findings check_programs(const config& settings);

/// The data folder: whether it can be written, its space, and who can read what is in it; and the file of the
/// key. Only looks.
findings check_files(const config& settings);

/// The schema, and the tests that have not ended. Only reads.
findings check_database(const config& settings, timestamp now);

/// What takes the room on the disk: the database by its parts, and the uploads. Only reads.
findings check_room(const config& settings);

/// The link that makes the first account, as long as there is none. Only reads.
findings check_set_up(const config& settings);

/// The clock is not before what the database holds.
findings check_clock(const config& settings, timestamp now);

/// The Messages API, by the real way to it, within 20 s: a request without a message, which a server refuses
/// with 400 once it has accepted the key. It costs nothing.
findings check_claude(const config& settings);
/// The same by a client that there is already, without blocking. The arguments outlive it.
boost::asio::awaitable<findings> check_claude(const config& settings, llm_client& client);

}  // namespace examwright
