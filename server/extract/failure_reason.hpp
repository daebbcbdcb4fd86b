#pragma once

#include <string>
#include <string_view>

#include "core/document/extraction_exit.hpp"
#include "server/extract/process_extractor.hpp"

namespace examwright {

/// Why a document can't be read and what to do about it, in a sentence or two for its owner.
std::string failure_reason(extraction_exit exit, std::string_view source_type,
                           const extraction_limits& limits);

}  // namespace examwright
