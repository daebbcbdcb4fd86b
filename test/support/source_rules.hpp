#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace examwright::test {

/// What our own rules forbid in a source file; path is relative to the root ("core/plan.cpp"). Each finding
/// names the line and the rule. Includes against the order of layers or of their folders, co_await within a
/// condition or ?:, and a file of more than 300 lines.
std::vector<std::string> broken_rules(std::string_view path, std::string_view source);

/// Whether a product's .cpp (path relative to the root) must have a header of the same name beside it. Exempt
/// are programs' main files, and files that share one header on purpose: word lists, doctor's checks, byte
/// streams.
bool needs_own_header(std::string_view path);

/// source with comments and the insides of string and character literals blanked, line by line.
std::string without_comments_and_strings(std::string_view source);

}  // namespace examwright::test
