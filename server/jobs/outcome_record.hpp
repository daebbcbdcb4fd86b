#pragma once

#include <string>
#include <string_view>

#include "core/generation/outcome.hpp"
#include "db/job_store.hpp"

namespace examwright {

/// How a test ended, as it is stored. A score of the offline author is 0.5 at most: a person should look at
/// what rules write before using it.
generated_test_outcome outcome_record(generation_outcome result, std::string_view model,
                                      const token_usage& usage);

/// The end of a test whose questions could not be made or stored, for a reason of the machine.
generated_test_outcome failure_record(const std::string& error, std::string_view model,
                                      const token_usage& usage);

}  // namespace examwright
