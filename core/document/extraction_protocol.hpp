#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/block_kind.hpp"

namespace examwright {

/// What examwright-extract found in a document.
struct extraction_report {
    std::string text;                // UTF-8, pages parted by form feeds
    std::string page_name = "page";  // page, slide, chapter, section, minute
    std::vector<block_span> spans;   // in order, without overlap
    std::vector<int> ocr_pages;      // read by text recognition, in order
    std::vector<int> unread_pages;   // could not be read, in order
    bool operator==(const extraction_report&) const = default;
};

/// The protocol on the extractor's stdout. Lines of at most 64 bytes; only the text is counted instead:
///   progress DONE TOTAL      while it reads; DONE grows, TOTAL stays
///   text BYTES               followed by that many bytes and a line feed
///   page_name NAME
///   span KIND BEGIN END      for each block
///   ocr_page N               for each
///   unread_page N            for each
///   end
std::string progress_line(int pages_done, int pages_total);
std::string report_lines(const extraction_report& report);

/// Reads the protocol as it arrives, in pieces of any size. The extractor may have been taken over by a
/// hostile document: nothing that it writes is believed unchecked, and memory stays within max_text and a
/// bounded number of spans and pages.
class extraction_protocol_reader {
  public:
    explicit extraction_protocol_reader(std::size_t max_text) : max_text_(max_text) {}

    /// Returns false for what is no such protocol, or too much; then and afterwards nothing more is read.
    bool feed(std::string_view piece);
    /// Whether the whole report has been read.
    bool complete() const { return state_ == state::done; }
    /// To be called when complete.
    extraction_report take_report() { return std::move(report_); }

    int pages_done() const { return pages_done_; }
    /// 0 while it is not known.
    int pages_total() const { return pages_total_; }

  private:
    enum class state { before_text, text, after_text, structure, done, failed };

    bool read_line(std::string_view line);
    bool read_before_text(std::string_view line);
    bool read_structure(std::string_view line);
    bool read_span(std::string_view fields);
    void take_text(std::string_view& piece);

    std::size_t max_text_;
    std::size_t text_left_ = 0;
    state state_ = state::before_text;
    std::string line_;
    int pages_done_ = 0;
    int pages_total_ = 0;
    extraction_report report_;
};

}  // namespace examwright
