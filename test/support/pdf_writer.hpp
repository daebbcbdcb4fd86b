#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace examwright::test {

/// A small valid PDF 1.4, a page for each text (UTF-8; what Windows-1252 doesn't have becomes '?'), set in
/// Helvetica and wrapped by words. An empty text makes a page without text, as of a scanned image.
std::string write_pdf(const std::vector<std::string>& pages);

/// The text cut at words into pages of about that many words.
std::vector<std::string> split_into_pages(std::string_view text, std::size_t words_a_page);

}  // namespace examwright::test
