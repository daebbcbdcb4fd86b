#pragma once

namespace examwright::extract {

/// Tells the server on stdout how many pages have been read; `done` must grow from call to call.
void report_progress(int done, int total);

}  // namespace examwright::extract
