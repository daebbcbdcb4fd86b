#pragma once

#include <string>
#include <string_view>

#include "core/document/extraction_exit.hpp"
#include "server/extract/process_extractor.hpp"

namespace examwright {

/// Why a document can't be read and what to do about it, in a sentence or two for its owner. `said` is what
/// the extractor wrote on stderr: of a missing language its name.
std::string failure_reason(extraction_exit exit, std::string_view source_type,
                           const extraction_limits& limits, std::string_view said = {});

}  // namespace examwright
