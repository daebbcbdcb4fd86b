#pragma once

#include <string_view>

namespace examwright {

/// How sure it is that a backslash with these letters is a LaTeX command, and not an escape of JSON with a
/// word behind it.
enum class latex_reading {
    unknown,    // no command that we know
    ambiguous,  // a command, but what follows the escape is a word too: "\to" is a tab and "o"
    certain,
};

/// name: the letters behind the backslash, the first of which is b, f, n, r or t.
latex_reading read_latex_command(std::string_view name);

}  // namespace examwright
