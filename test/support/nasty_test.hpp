#pragma once

#include "core/exports/exported_test.hpp"

namespace examwright::test {

/// Two questions whose texts hold what breaks formats: markup, LaTeX, line breaks, control characters, other
/// scripts. The second has five options, and no explanation, quote or page.
exported_test nasty_test();

}  // namespace examwright::test
