#pragma once

#include <boost/json/object.hpp>

#include "core/timestamp.hpp"
#include "server/config/config.hpp"
#include "server/doctor/finding.hpp"

namespace examwright {

/// All checks of this machine, in their order; that of Claude, which is asked over the network, comes after
/// them. Takes seconds at most, and only reads.
findings examine_machine(const config& settings, timestamp now);

/// How many findings are of a level.
std::ptrdiff_t count(const findings& all, finding_level level);

/// "ok", "warning" or "error".
const char* name_of(finding_level level);

/// {version, ok, errors, warnings, checks: [{check, level, detail, advice}]}
boost::json::object findings_json(const findings& all);

}  // namespace examwright
