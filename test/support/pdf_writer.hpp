#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace examwright::test {

/// A small valid PDF 1.4, a page for each text (UTF-8; what Windows-1252 doesn't have becomes '?'), set in
/// Helvetica and wrapped by words. An empty text makes a page without text, as of a scanned image.
std::string write_pdf(const std::vector<std::string>& pages);

/// A PDF of one page that its content streams draw, one after the other. The font /F1 is Helvetica; more
/// resources may be named, and objects given that they refer to, from "10 0 R" on.
std::string write_drawn_pdf(const std::vector<std::string>& contents, const std::string& resources = "",
                            const std::vector<std::string>& objects = {});

/// A PDF of these objects, numbered from 1. The first is the catalog.
std::string pdf_of(const std::vector<std::string>& objects);

/// A stream of these bytes as an object; `entries` come into its dictionary.
std::string pdf_stream(const std::string& entries, const std::string& bytes);

/// The text cut at words into pages of about that many words.
std::vector<std::string> split_into_pages(std::string_view text, std::size_t words_a_page);

}  // namespace examwright::test
