#pragma once

#include <cstddef>
#include <string_view>

#include "core/problem.hpp"

namespace examwright {

enum class document_type { pdf, text, markdown };

/// "pdf", "text", "markdown": documents.source_type, and what examwright-extract is told.
std::string_view name_of(document_type type);

/// As many first bytes as detect_document_type wants to see.
inline constexpr std::size_t document_head_bytes = 4096;

/// What a file is, by its first bytes; its name only tells Markdown from plain text, and is refused where it
/// claims what the bytes are not. problem unsupported_media names what is taken. Text is UTF-8, UTF-16 with a
/// byte order mark, or Windows-1252.
result<document_type> detect_document_type(std::string_view head, std::string_view filename);

}  // namespace examwright
