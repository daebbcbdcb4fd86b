#pragma once

#include <string>
#include <vector>

namespace examwright::test {

/// Pages of made-up but coherent prose: towns, rivers, people, years and numbers, about 300 words a page, no
/// sentence twice. The same for the same arguments.
std::vector<std::string> sample_pages(int pages);

/// The same as one plain text, pages parted by blank lines.
std::string sample_text(int pages);

}  // namespace examwright::test
