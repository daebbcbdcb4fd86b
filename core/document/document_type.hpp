#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/problem.hpp"

namespace examwright {

enum class document_type {
    pdf,
    docx,
    odt,
    pptx,
    odp,
    epub,
    html,
    text,
    markdown,
    rtf,
    subtitles,
    image,
};

/// "pdf", "docx" and so on: documents.source_type, and the --type of examwright-extract.
std::string_view name_of(document_type type);

/// As many first bytes of a file as detect_document_type needs.
inline constexpr std::size_t document_head_bytes = 4096;
/// As many last bytes: a zip archive lists its parts at its end.
inline constexpr std::size_t document_tail_bytes = 64 * 1024;

/// The first and the last bytes of a file that arrives in pieces.
class document_sample {
  public:
    void add(std::string_view piece);
    std::string_view head() const { return head_; }
    std::string_view tail() const;
    bool has_head() const { return head_.size() == document_head_bytes; }
    /// Whether detect_document_type needs the end of the file, too.
    bool needs_tail() const { return head().starts_with("PK\x03\x04"); }

  private:
    std::string head_;
    std::string tail_;
};

/// Detects the type of a file by its bytes. Its name only tells Markdown from plain text, and is refused
/// where it claims a format that the bytes are not. The problem (unsupported_media) names the formats that
/// are taken. Which encoding a text is in, the extractor finds out.
result<document_type> detect_document_type(const document_sample& sample, std::string_view filename);

}  // namespace examwright
