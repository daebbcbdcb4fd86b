#pragma once

#include <string>

#include "core/exports/exported_test.hpp"

namespace examwright {

/// RFC 4180, a row a question, after a row of names: number, question, option_a to option_e, correct_option,
/// explanation, difficulty, topic, source_quote, source_page. A byte order mark in front tells spreadsheets
/// that it is UTF-8.
///
/// A text that a spreadsheet would take for a formula ("=2x", "-5", "@home") stands as it is: a quote in
/// front of it, the usual remedy, would be part of the text to every other reader, and answers of this form
/// are common in tests. Spreadsheets ask before a formula reaches anything outside.
std::string write_csv(const exported_test& test);

}  // namespace examwright
