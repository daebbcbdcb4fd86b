#pragma once

#include <string>

#include "core/problem.hpp"

namespace examwright {

/// A new password: asked for twice and not shown where stdin is a terminal, else (or where from_stdin says
/// so) the first line of stdin. Never from the command line, which every user of the machine can read.
/// invalid, where the two differ or it is no password for an account. A signal that ends the program leaves
/// the terminal as it was.
result<std::string> read_new_password(bool from_stdin);

}  // namespace examwright
