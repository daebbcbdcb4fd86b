#pragma once

namespace examwright::extract {

/// From here on, this process and those it starts can read and run only what system programs need (/usr,
/// /lib, the loader's cache), and can write nowhere. Needs no_new_privs. Returns the version of Landlock in
/// force, 0 where the kernel has none.
int restrict_files();

}  // namespace examwright::extract
